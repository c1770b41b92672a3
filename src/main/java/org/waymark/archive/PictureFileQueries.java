package org.waymark.archive;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.archive.Part.Pictures;

/** The bytes of pictures, one at a time. */
@Repository
class PictureFileQueries {
  private static final int AT_ONCE = 4;
  private final JdbcClient jdbc;

  PictureFileQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * In the order of their hashes.
   *
   * @param each hash and bytes
   */
  void each(Part part, String district, BiConsumer<String, byte[]> each) {
    Pictures pictures = part.pictures();
    jdbc.sql(
            "select %s, %s from %s where district_code = :district order by %1$s collate \"C\""
                .formatted(pictures.key(), pictures.content(), part.table()))
        .param("district", district)
        .withFetchSize(AT_ONCE)
        .query(
            row -> {
              each.accept(row.getString(1), row.getBytes(2));
            });
  }

  /** Those whose rows came in and wait for their bytes, by hash. */
  Optional<String> findNext(Part part, String after) {
    return jdbc.sql(
            "select %s from incoming where %1$s > :after order by %1$s limit 1"
                .formatted(part.pictures().key()))
        .param("after", after)
        .query(String.class)
        .optional();
  }

  /** The row that waits, with its bytes. */
  void complete(Part part, List<String> columns, String key, byte[] content) {
    String names = columns.stream().map(c -> '"' + c + '"').collect(Collectors.joining(", "));
    jdbc.sql(
            "insert into %s (%s, %s) select %2$s, :content from incoming where %s = :key"
                .formatted(part.table(), names, part.pictures().content(), part.pictures().key()))
        .param("content", content)
        .param("key", key)
        .update();
  }

  /** Pictures whose bytes are what their hash says. */
  long countTrue(Part part, String district) {
    return jdbc.sql(
            "select count(*) from %s where district_code = :district and encode(sha256(%s), 'hex') = %s"
                .formatted(part.table(), part.pictures().content(), part.pictures().key()))
        .param("district", district)
        .query(Long.class)
        .single();
  }
}
