package org.waymark.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.waymark.archive.Manifest.Entry;
import org.waymark.plan.PlanKey;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the parts one after the other; holds one picture at a time. */
final class ArchiveWriter {
  private final PartQueries queries;
  private final PictureFileQueries pictures;
  private final String district;
  private final ZipOutputStream zip;
  private final List<Entry> entries = new ArrayList<>();

  ArchiveWriter(
      PartQueries queries, PictureFileQueries pictures, String district, OutputStream out) {
    this.queries = queries;
    this.pictures = pictures;
    this.district = district;
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  /** First of all, so that also the beginning of an archive says what it is. */
  void readme() throws IOException {
    entry(ArchiveFile.README, ArchiveReadme.text().getBytes(StandardCharsets.UTF_8));
  }

  void part(Part part) throws IOException {
    List<String> columns = queries.listColumns(part);
    zip.putNextEntry(new ZipEntry(part.file()));
    Tally tally = new Tally(zip);
    long rows = queries.copyOut(part, columns, district, tally);
    zip.closeEntry();
    entries.add(new Entry(part.file(), columns, rows, tally.bytes(), tally.sha256Hex()));
    if (part.pictures() != null) pictures(part);
  }

  private void pictures(Part part) {
    String folder = part.pictures().folder();
    long[] told = new long[2];
    pictures.each(
        part,
        district,
        (hash, content) -> {
          try {
            stored(ArchiveFile.pictureFile(folder, hash, content), content);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          told[0]++;
          told[1] += content.length;
        });
    entries.add(new Entry(folder + "/", List.of(), told[0], told[1], null));
  }

  void figures(JudgedFigures figures, List<PlanKey> plans, LocalDate day) throws IOException {
    List<String> lines = figures.list(plans, day);
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    entry(JudgedFigures.FILE, text);
    entries.add(
        new Entry(
            JudgedFigures.FILE, List.of(), lines.size() - 1L, text.length, Tally.sha256Hex(text)));
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Last of all: without it the rest is no archive. */
  void finish(Manifest manifest) throws IOException {
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    entry(Manifest.FILE, json.writeValueAsBytes(manifest));
    zip.finish();
  }

  private void entry(String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  /** Pictures are packed already. */
  private void stored(String name, byte[] content) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(content);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
