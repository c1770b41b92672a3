package org.waymark.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.waymark.problem.Problem;

/**
 * Whether the files of a Shapefile are as long as their own heads say. GDAL reads a cut .dbf
 * without a word and gives the last features no attributes.
 */
final class ShapeParts {
  private static final int SHAPE_HEAD = 100;
  private static final int TABLE_HEAD = 32;

  private ShapeParts() {}

  /**
   * @param extension of the part: shp, shx and dbf are looked at
   * @param name as it was sent
   * @throws Problem UNREADABLE_FILE naming the file, the bytes it should have and those it has
   */
  static void requireWhole(Path part, String extension, String name) {
    if (!extension.equals("dbf") && !extension.startsWith("sh")) return;
    try {
      long found = Files.size(part);
      long expected = extension.equals("dbf") ? ofTable(part) : ofShapes(part);
      if (found < expected)
        throw Refused.because(
            name, "cut", Map.of("name", name, "expected", expected, "found", found));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In words of two bytes, big-endian, at byte 24. */
  private static long ofShapes(Path part) throws IOException {
    ByteBuffer head = head(part, SHAPE_HEAD);
    return head.limit() < SHAPE_HEAD ? SHAPE_HEAD : 2L * (head.getInt(24) & 0xffffffffL);
  }

  /**
   * Rows at byte 4, length of the head at 8 and of a row at 10. The last byte, 1A, may be missing.
   */
  private static long ofTable(Path part) throws IOException {
    ByteBuffer head = head(part, TABLE_HEAD).order(ByteOrder.LITTLE_ENDIAN);
    if (head.limit() < TABLE_HEAD) return TABLE_HEAD;
    long rows = head.getInt(4) & 0xffffffffL;
    return (head.getShort(8) & 0xffff) + rows * (head.getShort(10) & 0xffff);
  }

  private static ByteBuffer head(Path part, int bytes) throws IOException {
    try (InputStream in = Files.newInputStream(part)) {
      return ByteBuffer.wrap(in.readNBytes(bytes));
    }
  }
}
