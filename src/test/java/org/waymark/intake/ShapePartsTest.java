package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waymark.problem.Problem;

class ShapePartsTest {
  @TempDir Path folder;

  @Test
  void a_cut_table_names_itself_and_both_lengths() throws IOException {
    byte[] table = table(1000, 65, 40);
    assertThat(refused("dbf", Arrays.copyOf(table, 25_000)).args().toString())
        .contains("name=道路.dbf", "expected=40065", "found=25000");
    refused("dbf", Arrays.copyOf(table, 40_064));
    refused("dbf", Arrays.copyOf(table, 12));
    refused("dbf", new byte[0]);
  }

  @Test
  void a_table_without_its_last_byte_is_whole() throws IOException {
    whole("dbf", Arrays.copyOf(table(1000, 65, 40), 40_065));
    whole("dbf", table(1000, 65, 40));
    whole("dbf", table(0, 65, 40));
  }

  @Test
  void cut_shapes_and_a_cut_index_are_told_too() throws IOException {
    for (String extension : new String[] {"shp", "shx"}) {
      byte[] shapes = ByteBuffer.allocate(1000).putInt(24, 500).array();
      whole(extension, shapes);
      refused(extension, Arrays.copyOf(shapes, 999));
      refused(extension, Arrays.copyOf(shapes, 50));
    }
    whole("prj", new byte[0]);
  }

  private static byte[] table(int rows, int head, int row) {
    return ByteBuffer.allocate(head + rows * row + 1)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(4, rows)
        .putShort(8, (short) head)
        .putShort(10, (short) row)
        .array();
  }

  private void whole(String extension, byte[] bytes) throws IOException {
    Path part = Files.write(folder.resolve("part"), bytes);
    assertThatCode(() -> ShapeParts.requireWhole(part, extension, "道路." + extension))
        .doesNotThrowAnyException();
  }

  private Problem.Fault refused(String extension, byte[] bytes) throws IOException {
    Path part = Files.write(folder.resolve("part"), bytes);
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> ShapeParts.requireWhole(part, extension, "道路." + extension));
    assertThat(problem.faults())
        .singleElement()
        .extracting(Problem.Fault::key)
        .isEqualTo("intake.cut");
    return problem.faults().get(0);
  }
}
