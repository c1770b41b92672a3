package org.waymark.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.waymark.archive.Manifest.Entry;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import tools.jackson.databind.json.JsonMapper;

/** Spoilt archives, up to where the database would be asked: whole, or refused, never a failure. */
class ArchiveFuzz {
  private static final byte[] TABLE = "a,b\n1,\"2\"\n".repeat(40).getBytes(StandardCharsets.UTF_8);
  private static final byte[] PICTURE = {(byte) 0xff, (byte) 0xd8, 1, 2, 3, 4, 5, 6, 7, 8};
  private static final String SCHEMA = "40";
  private static final Manifest MANIFEST = manifest();
  private static final byte[] WHOLE = archive(json(MANIFEST));

  @Property
  void with_other_bytes(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] spoilt = WHOLE.clone();
    for (int i = random.nextInt(6); i >= 0; i--)
      spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
    read(random.nextInt(3) == 0 ? Arrays.copyOf(spoilt, random.nextInt(spoilt.length)) : spoilt);
  }

  @Property
  void with_another_manifest(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] text = json(MANIFEST);
    for (int i = random.nextInt(4); i >= 0; i--)
      text[random.nextInt(text.length)] = (byte) "\"{}[]:,-09xnull".charAt(random.nextInt(15));
    read(archive(text));
  }

  /** What is not refused is what was written. */
  private static void read(byte[] bytes) {
    Path path = null;
    try {
      path = Files.createTempFile("waymark-archive", ".zip");
      Files.write(path, bytes);
      try (ArchiveFile file = ArchiveFile.open(path)) {
        List<Part> parts = file.parts(SCHEMA);
        file.verify(parts);
        for (Part part : parts)
          assertThat(file.entry(part.file()).sha256()).isEqualTo(Tally.sha256Hex(TABLE));
      }
    } catch (Problem refused) {
      assertThat(refused.type()).isEqualTo(ProblemType.FAULTY_ARCHIVE);
      assertThat(refused.faults()).hasSize(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(path);
    }
  }

  private static void delete(Path path) {
    try {
      if (path != null) Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Manifest manifest() {
    List<Entry> entries = new ArrayList<>();
    for (Part part : Parts.ALL) {
      entries.add(
          new Entry(part.file(), List.of("a", "b"), 40, TABLE.length, Tally.sha256Hex(TABLE)));
      if (part.pictures() != null)
        entries.add(new Entry(part.pictures().folder() + "/", List.of(), 1, PICTURE.length, null));
    }
    entries.add(new Entry(JudgedFigures.FILE, List.of(), 40, TABLE.length, Tally.sha256Hex(TABLE)));
    return new Manifest(
        Manifest.FORMAT,
        Manifest.VERSION,
        "1.0",
        SCHEMA,
        "990301",
        "试验区",
        "Asia/Shanghai",
        false,
        "2026-07-08T18:00:00+08:00",
        null,
        "2026-07-08",
        List.of(2026),
        Map.of("accounts", 3L),
        entries);
  }

  private static byte[] json(Manifest manifest) {
    return new JsonMapper().writeValueAsBytes(manifest);
  }

  private static byte[] archive(byte[] manifest) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, ArchiveFile.README, TABLE);
      for (Part part : Parts.ALL) {
        put(zip, part.file(), TABLE);
        if (part.pictures() != null)
          put(
              zip,
              ArchiveFile.pictureFile(part.pictures().folder(), Tally.sha256Hex(PICTURE), PICTURE),
              PICTURE);
      }
      put(zip, JudgedFigures.FILE, TABLE);
      put(zip, Manifest.FILE, manifest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
