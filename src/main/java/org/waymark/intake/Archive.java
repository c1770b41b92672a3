package org.waymark.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip archive, unpacked under limits that count what really comes out of it, whatever it says of
 * itself. Names inside are only ever looked at: what is written has names of our own.
 */
final class Archive implements AutoCloseable {
  /** Small archives may shrink well without being a bomb. */
  private static final long RATIO_FROM_BYTES = 10_000_000;

  private final ZipFile zip;
  private final long packed;
  private final IntakeSettings limits;
  private long unpacked;

  private Archive(ZipFile zip, long packed, IntakeSettings limits) {
    this.zip = zip;
    this.packed = packed;
    this.limits = limits;
  }

  /** Names are UTF-8, or what Chinese Windows writes. */
  static Archive open(Path file, IntakeSettings limits) {
    for (Charset names : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030")))
      try {
        ZipFile zip = new ZipFile(file.toFile(), names);
        if (zip.size() > limits.entries()) {
          zip.close();
          throw Refused.because("", "entries", Map.of("most", limits.entries()));
        }
        return new Archive(zip, Files.size(file), limits).checked();
      } catch (IOException | IllegalArgumentException e) {
        // the next charset, or damaged
      }
    throw Refused.because("archive");
  }

  private Archive checked() throws IOException {
    for (ZipEntry entry : entries()) {
      String name = entry.getName().replace('\\', '/');
      boolean outside = name.startsWith("/") || name.contains(":");
      for (String step : name.split("/")) outside |= step.equals("..");
      if (!outside) continue;
      zip.close();
      throw Refused.because(name, "path", Map.of("name", name));
    }
    return this;
  }

  /** Files only, in their order. */
  List<ZipEntry> entries() {
    List<ZipEntry> files = new ArrayList<>();
    zip.stream().filter(entry -> !entry.isDirectory()).forEach(files::add);
    return files;
  }

  boolean has(String name) {
    return zip.getEntry(name) != null;
  }

  void unpack(ZipEntry entry, Path to) {
    try (OutputStream out = Files.newOutputStream(to)) {
      copy(entry, out);
    } catch (IOException e) {
      throw Refused.because(entry.getName(), "archive", Map.of());
    }
  }

  /** Counts what is in it without writing it: for formats that are archives themselves. */
  void count() {
    for (ZipEntry entry : entries())
      try {
        copy(entry, OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw Refused.because(entry.getName(), "archive", Map.of());
      }
  }

  private void copy(ZipEntry entry, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        unpacked += got;
        if (unpacked > limits.unpacked().toBytes())
          throw Refused.because(
              entry.getName(), "unpacked", Map.of("most", limits.unpacked().toMegabytes()));
        if (unpacked > RATIO_FROM_BYTES && unpacked / limits.ratio() > packed)
          throw Refused.because(entry.getName(), "ratio", Map.of("most", limits.ratio()));
        out.write(buffer, 0, got);
      }
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // nothing is lost
    }
  }
}
