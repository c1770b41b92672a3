package org.waymark.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The same parts always as the same bytes: sorted, of one time, and stored, for what a deflater
 * writes depends on the machine's zlib.
 */
final class FixedZip {
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
  private static final String FIRST = "[Content_Types].xml";

  private FixedZip() {}

  static byte[] of(byte[] zip) {
    try {
      Map<String, byte[]> parts =
          new TreeMap<>(
              Comparator.<String, Boolean>comparing(n -> !n.equals(FIRST))
                  .thenComparing(Comparator.naturalOrder()));
      try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry())
          parts.put(entry.getName(), in.readAllBytes());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream out = new ZipOutputStream(bytes)) {
        for (Map.Entry<String, byte[]> part : parts.entrySet()) write(out, part);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(ZipOutputStream out, Map.Entry<String, byte[]> part)
      throws IOException {
    byte[] content = part.getValue();
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(part.getKey());
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(TIME);
    out.putNextEntry(entry);
    out.write(content);
    out.closeEntry();
  }
}
