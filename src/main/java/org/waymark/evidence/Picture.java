package org.waymark.evidence;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/**
 * Bytes recognised as a picture by what they hold, never by what the sender calls them.
 *
 * @param thumbnail JPEG, at most {@link #THUMBNAIL_PX} either way, upright by its EXIF orientation,
 *     without metadata
 * @param print what it looks like, see {@link PicturePrint}; null where it looks like nothing
 */
record Picture(String mediaType, int widthPx, int heightPx, byte[] thumbnail, Long print) {
  static final int THUMBNAIL_PX = 320;

  /**
   * Reads the dimensions first and decodes only what is within {@code maxPixels}, subsampled.
   *
   * @throws Problem NOT_A_PHOTO, PHOTO_TOO_LARGE
   */
  static Picture read(byte[] content, long maxPixels) {
    String format = formatOf(content);
    ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
      reader.setInput(in, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > maxPixels)
        throw new Problem(
            ProblemType.PHOTO_TOO_LARGE,
            Map.of("size", width + " × " + height + " px", "limit", maxPixels + " px"));
      ImageReadParam param = reader.getDefaultReadParam();
      int every = Math.max(1, Math.max(width, height) / (THUMBNAIL_PX * 3));
      param.setSourceSubsampling(every, every, 0, 0);
      BufferedImage thumbnail =
          shrink(reader.read(0, param), orientationOf(format, content), THUMBNAIL_PX);
      return new Picture(
          "image/" + format, width, height, jpeg(thumbnail), PicturePrint.of(thumbnail));
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw notAPhoto(String.valueOf(e.getMessage()));
    } finally {
      reader.dispose();
    }
  }

  /**
   * A JPEG made anew: upright, at most {@code longest} px either way, nothing but the picture.
   *
   * @throws Problem NOT_A_PHOTO
   */
  static byte[] copy(byte[] content, int longest) {
    String format = formatOf(content);
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(content));
      if (image == null) throw notAPhoto(format);
      return jpeg(shrink(image, orientationOf(format, content), longest));
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw notAPhoto(String.valueOf(e.getMessage()));
    }
  }

  private static String formatOf(byte[] b) {
    if (b.length > 3 && (b[0] & 255) == 0xFF && (b[1] & 255) == 0xD8 && (b[2] & 255) == 0xFF)
      return "jpeg";
    if (b.length > 8 && (b[0] & 255) == 0x89 && b[1] == 'P' && b[2] == 'N' && b[3] == 'G')
      return "png";
    StringBuilder start = new StringBuilder();
    for (int i = 0; i < Math.min(4, b.length); i++) start.append(String.format("%02x", b[i]));
    throw notAPhoto(start.toString());
  }

  private static Problem notAPhoto(String what) {
    return new Problem(ProblemType.NOT_A_PHOTO, Map.of("what", what));
  }

  /**
   * EXIF orientation 1 to 8; 1 where there is none. Reads no segment but EXIF: others may be
   * compressed, and unpack to any size.
   */
  private static int orientationOf(String format, byte[] content) {
    if (!format.equals("jpeg")) return 1;
    try {
      var exif =
          JpegMetadataReader.readMetadata(
                  new ByteArrayInputStream(content), List.of(new ExifReader()))
              .getFirstDirectoryOfType(ExifIFD0Directory.class);
      Integer value = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
      return value == null || value < 1 || value > 8 ? 1 : value;
    } catch (Exception e) {
      return 1;
    }
  }

  private static BufferedImage shrink(BufferedImage image, int orientation, int longest) {
    double scale = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
    int w = Math.max(1, (int) Math.round(image.getWidth() * scale));
    int h = Math.max(1, (int) Math.round(image.getHeight() * scale));
    boolean turned = orientation >= 5;
    var upright = new BufferedImage(turned ? h : w, turned ? w : h, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D g = upright.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, upright.getWidth(), upright.getHeight());
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.transform(uprighting(orientation, w, h));
    g.drawImage(image, 0, 0, w, h, null);
    g.dispose();
    return upright;
  }

  /** From a stored w × h picture to the upright one, by EXIF orientation. */
  private static AffineTransform uprighting(int orientation, int w, int h) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
      default -> new AffineTransform();
    };
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(image, "jpeg", stream)) throw new IOException("no JPEG writer");
    }
    return out.toByteArray();
  }
}
