package org.waymark.intake;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Rows of one layer on the disk, a line each; its columns are known when all are written. */
final class ExportDraft implements Closeable {
  /** What a column holds, as far as its values agree. */
  enum Type {
    NUMBER,
    TRUTH,
    TEXT;

    static Type of(Object value) {
      return value instanceof Number ? NUMBER : value instanceof Boolean ? TRUTH : TEXT;
    }
  }

  final ExportLayer layer;

  /** Of the layer as others see it, such as {@code footprints-line}. */
  final String name;

  final Path path;
  final Map<String, Type> columns = new LinkedHashMap<>();

  /** Most cells that the text of a shape takes; tables only. */
  int shapeCells = 1;

  private final Writer out;

  ExportDraft(ExportLayer layer, String name, Path path) {
    this.layer = layer;
    this.name = name;
    this.path = path;
    try {
      this.out = Files.newBufferedWriter(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param line how the row is kept until its file is written
   */
  void put(Map<String, Object> values, String line) {
    values.forEach(
        (column, value) -> {
          if (value == null) columns.putIfAbsent(column, null);
          else
            columns.merge(column, Type.of(value), (known, now) -> known == now ? known : Type.TEXT);
        });
    try {
      out.append(line).append('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All lines, in their order. */
  void each(Consumer<String> line) {
    try (BufferedReader in = Files.newBufferedReader(path)) {
      in.lines().forEach(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
