package org.waymark.publication;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Photos as a phone takes them: the place and the phone's make stand in the EXIF. */
final class GpsPicture {
  static final String MAKE = "PHONEMAKER";

  private GpsPicture() {}

  /** 29.5° N, 108.25° E; each number looks different. */
  static byte[] jpeg(int number) {
    BufferedImage image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 64; x++)
      for (int y = 0; y < 48; y++)
        image.setRGB(
            x,
            y,
            new Color((number * 97 + x * 3) & 255, (number * 41 + y * 5) & 255, (x * y) & 255)
                .getRGB());
    try {
      ByteArrayOutputStream plain = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", plain);
      byte[] bytes = plain.toByteArray();
      byte[] exif = exif();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(bytes, 0, 2);
      out.write(new byte[] {(byte) 0xFF, (byte) 0xE1});
      out.write(ByteBuffer.allocate(2).putShort((short) (exif.length + 2)).array());
      out.write(exif);
      out.write(bytes, 2, bytes.length - 2);
      out.write(("-" + number).getBytes(StandardCharsets.US_ASCII));
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A TIFF of two directories; offsets count from its start. */
  private static byte[] exif() {
    ByteBuffer b = ByteBuffer.allocate(6 + 200).order(ByteOrder.LITTLE_ENDIAN);
    b.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    b.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    b.putShort((short) 2);
    entry(b, 0x010F, 2, MAKE.length() + 1, 38);
    entry(b, 0x8825, 4, 1, 60);
    b.putInt(0);
    b.position(6 + 38).put((MAKE + "\0").getBytes(StandardCharsets.US_ASCII));
    b.position(6 + 60).putShort((short) 4);
    entry(b, 1, 2, 2, 'N');
    entry(b, 2, 5, 3, 120);
    entry(b, 3, 2, 2, 'E');
    entry(b, 4, 5, 3, 150);
    b.putInt(0);
    b.position(6 + 120);
    for (int part : new int[] {29, 1, 30, 1, 0, 1}) b.putInt(part);
    b.position(6 + 150);
    for (int part : new int[] {108, 1, 15, 1, 0, 1}) b.putInt(part);
    return b.array();
  }

  private static void entry(ByteBuffer b, int tag, int type, int count, int value) {
    b.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
  }
}
