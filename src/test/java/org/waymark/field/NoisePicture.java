package org.waymark.field;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures of which no two are the same. */
final class NoisePicture {
  private NoisePicture() {}

  static byte[] jpeg(int wide, int high, int seed) {
    java.util.Random random = new java.util.Random(seed);
    BufferedImage image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < wide; x++)
      for (int y = 0; y < high; y++)
        image.setRGB(
            x, y, new Color(random.nextInt(256), (x * 255) / wide, (y * 255) / high).getRGB());
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ImageIO.write(image, "jpeg", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
