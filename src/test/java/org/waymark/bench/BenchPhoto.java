package org.waymark.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.imageio.ImageIO;

/** A tiny photo for each number. */
public final class BenchPhoto {
  private BenchPhoto() {}

  public static byte[] jpeg(int number) {
    BufferedImage image = new BufferedImage(48, 36, BufferedImage.TYPE_INT_RGB);
    for (int bit = 0; bit < 32; bit++) {
      int grey = (number >> bit & 1) == 1 ? 0xffffff : 0x202020;
      for (int x = 0; x < 6; x++)
        for (int y = 0; y < 9; y++) image.setRGB(bit % 8 * 6 + x, bit / 8 * 9 + y, grey);
    }
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static byte[] sha256(byte[] bytes) {
    return digest().digest(bytes);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
