package org.waymark.archive;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.waymark.problem.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an archive says of itself, written last.
 *
 * @param format {@code waymark-archive}
 * @param version of the format; a reader takes its own and older ones
 * @param product version of the software that wrote it
 * @param schema number of the last migration of its database
 * @param demo made from demo data (演示数据)
 * @param madeAt instant of what it shows, with the district's offset
 * @param madeBy user name; null for the operator at the console
 * @param day on which its figures were judged
 * @param counters last numbers given out, by name
 */
record Manifest(
    String format,
    int version,
    String product,
    String schema,
    String district,
    String districtName,
    String zone,
    boolean demo,
    String madeAt,
    String madeBy,
    String day,
    List<Integer> plans,
    Map<String, Long> counters,
    List<Entry> parts) {
  static final String FORMAT = "waymark-archive";
  static final int VERSION = 1;
  static final String FILE = "manifest.json";

  /**
   * One file of an archive, or a folder of pictures.
   *
   * @param columns of a CSV file in their order; empty of other files
   * @param rows of a CSV file, or pictures in a folder
   * @param bytes unpacked
   * @param sha256 hex; null of a folder, whose files are named by theirs
   */
  record Entry(String name, List<String> columns, long rows, long bytes, String sha256) {
    private boolean isWhole() {
      return name != null
          && columns != null
          && columns.stream().noneMatch(Objects::isNull)
          && rows >= 0
          && bytes >= 0;
    }
  }

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /** What is understood of an archive of any version. */
  private record Head(String format, int version, String product) {}

  /**
   * @throws Problem FAULTY_ARCHIVE where it is none, or of a later format
   */
  static Manifest read(byte[] text) {
    try {
      Head head = JSON.readValue(text, Head.class);
      if (!FORMAT.equals(head.format())) throw FaultyArchive.because("", "none", Map.of());
      if (head.version() < 1 || head.version() > VERSION)
        throw FaultyArchive.because(
            FILE,
            "version",
            Map.of(
                "version",
                head.version(),
                "known",
                VERSION,
                "product",
                String.valueOf(head.product())));
      Manifest read = JSON.readValue(text, Manifest.class);
      if (!read.isWhole()) throw ArchiveFile.damaged(FILE);
      return read;
    } catch (JacksonException e) {
      throw ArchiveFile.damaged(FILE);
    }
  }

  /** Nothing of it is missing or of another kind. */
  private boolean isWhole() {
    try {
      LocalDate.parse(String.valueOf(day));
      OffsetDateTime.parse(String.valueOf(madeAt));
    } catch (DateTimeException e) {
      return false;
    }
    return Stream.of(product, district, districtName, plans, counters, parts)
            .noneMatch(Objects::isNull)
        && String.valueOf(schema).matches("[0-9]{1,6}")
        && plans.stream().noneMatch(Objects::isNull)
        && counters.values().stream().noneMatch(Objects::isNull)
        && parts.stream().allMatch(part -> part != null && part.isWhole());
  }
}
