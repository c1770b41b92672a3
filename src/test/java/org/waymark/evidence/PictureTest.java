package org.waymark.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Pictures are red on the left, blue on the right. */
class PictureTest {
  private static final long MANY = 40_000_000;

  @Test
  void a_thumbnail_keeps_the_shape_within_320_pixels() throws IOException {
    Picture picture = Picture.read(encoded("jpeg", 1600, 800), MANY);
    assertThat(picture.mediaType()).isEqualTo("image/jpeg");
    assertThat(picture.widthPx()).isEqualTo(1600);
    BufferedImage thumbnail = thumbnail(picture);
    assertThat(thumbnail.getWidth()).isEqualTo(320);
    assertThat(thumbnail.getHeight()).isEqualTo(160);
    assertThat(new Color(thumbnail.getRGB(10, 80)).getRed()).isGreaterThan(200);
    assertThat(new Color(thumbnail.getRGB(310, 80)).getBlue()).isGreaterThan(200);
  }

  @Test
  void a_small_png_is_not_blown_up() throws IOException {
    Picture picture = Picture.read(encoded("png", 40, 20), MANY);
    assertThat(picture.mediaType()).isEqualTo("image/png");
    assertThat(thumbnail(picture).getWidth()).isEqualTo(40);
  }

  @Test
  void a_thumbnail_stands_upright_by_the_orientation_of_the_phone() throws IOException {
    BufferedImage turned = thumbnail(Picture.read(rotated(encoded("jpeg", 80, 40), 6), MANY));
    assertThat(turned.getWidth()).isEqualTo(40);
    assertThat(turned.getHeight()).isEqualTo(80);
    assertThat(new Color(turned.getRGB(20, 5)).getRed()).as("left is up").isGreaterThan(200);
  }

  @Test
  void more_pixels_than_allowed_are_not_decoded() throws IOException {
    byte[] content = encoded("png", 100, 100);
    assertThatThrownBy(() -> Picture.read(content, 9_999))
        .satisfies(e -> assertThat(((Problem) e).type()).isEqualTo(ProblemType.PHOTO_TOO_LARGE));
  }

  @Test
  void half_a_picture_or_none_is_no_photo() throws IOException {
    byte[] png = encoded("png", 100, 100);
    for (byte[] content :
        new byte[][] {
          "GIF89a".getBytes(), {}, {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1}, half(png)
        })
      assertThatThrownBy(() -> Picture.read(content, MANY))
          .satisfies(e -> assertThat(((Problem) e).type()).isEqualTo(ProblemType.NOT_A_PHOTO));
  }

  @Test
  void compressed_text_beside_the_picture_is_not_unpacked() throws IOException {
    byte[] bomb = withText(encoded("png", 8, 8), 200_000_000);
    assertThat(bomb.length).isLessThan(250_000);
    var memory = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = memory.getCurrentThreadAllocatedBytes();
    assertThat(Picture.read(bomb, MANY).widthPx()).isEqualTo(8);
    assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000_000);
  }

  /** The PNG with a zTXt chunk behind its header that holds so many blanks. */
  private static byte[] withText(byte[] png, int length) throws IOException {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.write("zTXtComment".getBytes());
    chunk.write(new byte[] {0, 0});
    try (var packed = new DeflaterOutputStream(chunk)) {
      byte[] blanks = new byte[1_000_000];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < length; i += blanks.length) packed.write(blanks);
    }
    CRC32 crc = new CRC32();
    crc.update(chunk.toByteArray());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(png, 0, 33);
    out.write(ByteBuffer.allocate(4).putInt(chunk.size() - 4).array());
    out.write(chunk.toByteArray());
    out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    out.write(png, 33, png.length - 33);
    return out.toByteArray();
  }

  private static byte[] half(byte[] content) {
    return Arrays.copyOf(content, content.length / 2);
  }

  private static byte[] encoded(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.RED);
    g.fillRect(0, 0, width / 2, height);
    g.setColor(Color.BLUE);
    g.fillRect(width / 2, 0, width, height);
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  /** The JPEG with an EXIF segment that holds nothing but its orientation. */
  private static byte[] rotated(byte[] jpeg, int orientation) throws IOException {
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(exif);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static BufferedImage thumbnail(Picture picture) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(picture.thumbnail()));
  }
}
