package org.waymark.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.waymark.archive.Manifest.Entry;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/**
 * An archive that is read. Nothing in it is believed: names are only compared with those expected,
 * nothing is unpacked to disk, and no more is read of a part than the manifest says.
 */
final class ArchiveFile implements AutoCloseable {
  static final String README = "waymark-archive.txt";
  private static final int MOST_SMALL = 4_000_000;
  private static final int MOST_PICTURE = 64_000_000;
  private static final Pattern PICTURE = Pattern.compile("([a-z-]+/)([0-9a-f]{64})\\.(jpg|png)");

  private final ZipFile zip;
  private final long packed;
  private Manifest manifest;

  private ArchiveFile(ZipFile zip, long packed) {
    this.zip = zip;
    this.packed = packed;
  }

  /** By its beginning, also where the rest is missing. */
  static boolean isArchive(Path file) {
    byte[] name = README.getBytes(StandardCharsets.UTF_8);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(30 + name.length);
      return head.length == 30 + name.length
          && head[0] == 'P'
          && head[1] == 'K'
          && new String(head, 30, name.length, StandardCharsets.UTF_8).equals(README);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * @throws Problem NOT_FOUND; FAULTY_ARCHIVE where it is no archive, not a whole one or of a later
   *     format
   */
  static ArchiveFile open(Path path) {
    if (!Files.isReadable(path))
      throw new Problem(ProblemType.NOT_FOUND, Map.of("what", path.toString()));
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw FaultyArchive.because("", isArchive(path) ? "cut" : "none", Map.of());
    }
    try {
      ArchiveFile file = new ArchiveFile(zip, Files.size(path));
      file.manifest = file.readManifest();
      file.checkNames();
      return file;
    } catch (IOException e) {
      close(zip);
      throw FaultyArchive.because("", "cut", Map.of());
    } catch (RuntimeException e) {
      close(zip);
      throw e;
    }
  }

  Manifest manifest() {
    return manifest;
  }

  Entry entry(String name) {
    return manifest.parts().stream()
        .filter(e -> e.name().equals(name))
        .findFirst()
        .orElseThrow(() -> FaultyArchive.because(name, "missing", Map.of()));
  }

  static String pictureFile(String folder, String hash, byte[] content) {
    return folder + "/" + hash + (content[0] == (byte) 0x89 ? ".png" : ".jpg");
  }

  /**
   * The parts it has. One that came with a later migration than the archive's is not there and
   * stays empty.
   *
   * @param schema number of the last migration here
   * @throws Problem FAULTY_ARCHIVE where one is missing for no such reason
   */
  List<Part> parts(String schema) {
    boolean older = Integer.parseInt(manifest.schema()) < Integer.parseInt(schema);
    return Parts.ALL.stream()
        .filter(
            part -> {
              boolean has = manifest.parts().stream().anyMatch(e -> e.name().equals(part.file()));
              if (!has && !older) throw FaultyArchive.because(part.file(), "missing", Map.of());
              return has;
            })
        .toList();
  }

  /** Reads everything and holds it against the manifest. */
  void verify(List<Part> parts) {
    for (Part part : parts) {
      try (InputStream in = read(part)) {
        in.transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw damaged(part.file());
      }
      if (part.pictures() != null) verifyPictures(part.pictures().folder() + "/");
    }
    small(JudgedFigures.FILE);
  }

  private void verifyPictures(String folder) {
    long[] there = new long[2];
    zip.stream()
        .filter(e -> e.getName().startsWith(folder))
        .forEach(
            e -> {
              there[0]++;
              there[1] += picture(e).length;
            });
    Entry told = entry(folder);
    if (there[0] != told.rows())
      throw FaultyArchive.because(
          folder, "pictures", Map.of("told", told.rows(), "found", there[0]));
    if (there[1] != told.bytes()) throw damaged(folder);
  }

  /** Fails at its end where it is not what the manifest says. */
  InputStream read(Part part) {
    return stream(entry(part.file()));
  }

  private InputStream stream(Entry told) {
    ZipEntry entry = zip.getEntry(told.name());
    if (entry == null) throw FaultyArchive.because(told.name(), "missing", Map.of());
    try {
      return new CheckedPart(zip.getInputStream(entry), told, packed);
    } catch (IOException e) {
      throw damaged(told.name());
    }
  }

  /** Bytes whose hash is their name. */
  byte[] picture(String folder, String hash) {
    ZipEntry entry = zip.getEntry(folder + "/" + hash + ".jpg");
    if (entry == null) entry = zip.getEntry(folder + "/" + hash + ".png");
    if (entry == null)
      throw FaultyArchive.because(folder + "/" + hash, "pictureMissing", Map.of("hash", hash));
    return picture(entry);
  }

  private byte[] picture(ZipEntry entry) {
    byte[] content = bytes(entry, MOST_PICTURE);
    Matcher name = PICTURE.matcher(entry.getName());
    if (!name.matches() || !Tally.sha256Hex(content).equals(name.group(2)))
      throw damaged(entry.getName());
    return content;
  }

  /** A whole small part. */
  byte[] small(String name) {
    Entry told = entry(name);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (told.bytes() > Integer.MAX_VALUE / 4) throw damaged(name);
    try (InputStream in = stream(told)) {
      in.transferTo(out);
    } catch (IOException e) {
      throw damaged(name);
    }
    return out.toByteArray();
  }

  private Manifest readManifest() {
    ZipEntry entry = zip.getEntry(Manifest.FILE);
    if (entry == null) throw FaultyArchive.because("", "none", Map.of());
    byte[] text = bytes(entry, MOST_SMALL);
    CRC32 crc = new CRC32();
    crc.update(text);
    if (crc.getValue() != entry.getCrc()) throw damaged(Manifest.FILE);
    return Manifest.read(text);
  }

  private void checkNames() {
    Set<String> files = new HashSet<>(List.of(README, Manifest.FILE, JudgedFigures.FILE));
    Set<String> folders = new HashSet<>();
    for (Part part : Parts.ALL) {
      files.add(part.file());
      if (part.pictures() != null) folders.add(part.pictures().folder() + "/");
    }
    Map<String, Integer> seen = new HashMap<>();
    zip.stream()
        .forEach(
            entry -> {
              String name = entry.getName();
              Matcher picture = PICTURE.matcher(name);
              boolean known =
                  picture.matches()
                      ? folders.contains(picture.group(1))
                      : files.contains(name) && seen.merge(name, 1, Integer::sum) == 1;
              if (!known) throw FaultyArchive.because(name, "stranger", Map.of("name", name));
            });
  }

  private byte[] bytes(ZipEntry entry, int most) {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = in.readNBytes(most + 1);
      if (content.length > most) throw damaged(entry.getName());
      return content;
    } catch (IOException e) {
      throw damaged(entry.getName());
    }
  }

  static Problem damaged(String part) {
    return FaultyArchive.because(part, "damaged", Map.of());
  }

  @Override
  public void close() {
    close(zip);
  }

  private static void close(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
