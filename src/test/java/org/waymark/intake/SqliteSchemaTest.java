package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.problem.Problem;

/** Bytes of SQLite files that fuzzing found to lead astray: each is a damaged file, no failure. */
class SqliteSchemaTest {
  @TempDir Path folder;

  @Test
  void reads_what_is_sound() {
    assertThatCode(() -> require(GroundFuzz.SQLITE.clone())).doesNotThrowAnyException();
  }

  @Test
  void a_row_beyond_its_page() {
    byte[] bytes = GroundFuzz.SQLITE.clone();
    bytes[108] = (byte) 0xf1;
    refused(bytes);
  }

  @Test
  void a_text_of_two_gigabytes_in_a_row_of_a_few_bytes() {
    byte[] bytes = GroundFuzz.SQLITE.clone();
    int row = (bytes[108] & 0xff) << 8 | bytes[109] & 0xff;
    // the header's last number goes on over the bytes after it
    Arrays.fill(bytes, row + 8, row + 12, (byte) 0xff);
    bytes[row + 12] = 0x7d;
    refused(bytes);
  }

  @Test
  void pages_that_lead_back_to_themselves() {
    byte[] bytes = GroundFuzz.SQLITE.clone();
    bytes[100] = 0x05;
    bytes[111] = 1;
    refused(bytes);
  }

  private void refused(byte[] bytes) {
    assertThatThrownBy(() -> require(bytes)).isInstanceOf(Problem.class);
  }

  private void require(byte[] bytes) throws IOException {
    SqliteSchema.require(Files.write(folder.resolve("a.gpkg"), bytes), "a.gpkg");
  }
}
