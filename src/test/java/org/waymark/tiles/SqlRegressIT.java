package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.WaymarkIT;
import org.waymark.tiles.VectorTile.Feature;
import org.waymark.tiles.VectorTile.Layer;

/**
 * The SQL functions and views by themselves: each {@code regress/name.sql} is run on the real
 * schema and its answers compared with {@code name.expected}, comments with them. Tiles are
 * decoded, features told by column written as one; everything is rolled back. {@code
 * -Dwaymark.regress.write=true} writes what is answered: to be read before it is believed.
 */
@WaymarkIT
class SqlRegressIT {
  private static final Pattern TILE = Pattern.compile("tile_footprints\\((\\d+), (\\d+), (\\d+),");
  private static final Path FOLDER = Path.of("src/test/resources/regress");
  @Autowired DataSource database;

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".sql"))
          .map(f -> f.substring(0, f.length() - ".sql".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void answers_as_expected(String name) throws IOException, SQLException {
    String answered = run(Files.readString(FOLDER.resolve(name + ".sql")));
    Path expected = FOLDER.resolve(name + ".expected");
    if (Boolean.getBoolean("waymark.regress.write")) Files.writeString(expected, answered);
    assertThat(answered).isEqualTo(Files.readString(expected));
  }

  private String run(String script) throws IOException, SQLException {
    StringBuilder out = new StringBuilder();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      try {
        StringBuilder sql = new StringBuilder();
        for (String line : script.lines().toList()) {
          if (line.startsWith("\\i ")) {
            statement.execute(Files.readString(FOLDER.resolve(line.substring(3))));
          } else if (line.startsWith("--")) {
            out.append(line).append('\n');
          } else {
            sql.append(line).append('\n');
            if (!line.endsWith(";")) continue;
            if (statement.execute(sql.toString())) print(statement.getResultSet(), sql, out);
            sql.setLength(0);
          }
        }
      } finally {
        connection.rollback();
      }
    }
    return out.toString();
  }

  /** A row a line, values parted by bars; null is empty. */
  private static void print(ResultSet rows, CharSequence sql, StringBuilder out)
      throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    if (columns > 1 && rows.getMetaData().getColumnTypeName(columns).equals("bytea")) {
      Matcher at = TILE.matcher(sql);
      assertThat(at.find()).isTrue();
      TileWriter writer =
          new TileWriter(
              "footprints",
              new TileAddress(
                  Integer.parseInt(at.group(1)),
                  Integer.parseInt(at.group(2)),
                  Integer.parseInt(at.group(3))));
      while (rows.next()) TileQueries.add(writer, rows);
      print(writer.tile(), out);
      return;
    }
    while (rows.next()) {
      if (rows.getMetaData().getColumnTypeName(1).equals("bytea")) {
        print(rows.getBytes(1), out);
        continue;
      }
      StringJoiner row = new StringJoiner("|");
      for (int i = 1; i <= columns; i++)
        row.add(rows.getString(i) == null ? "" : rows.getString(i));
      out.append(row).append('\n');
    }
  }

  /** A feature a line: properties, then its parts in units of the tile. */
  private static void print(byte[] tile, StringBuilder out) {
    if (tile.length == 0) out.append("(nothing)\n");
    for (Layer layer : VectorTile.read(tile)) {
      for (Feature feature : layer.features()) {
        out.append(layer.name()).append(' ').append(feature.properties()).append(' ');
        out.append(
            feature.parts().stream()
                .map(
                    part ->
                        part.stream()
                            .map(at -> at[0] + " " + at[1])
                            .collect(Collectors.joining(",")))
                .collect(Collectors.joining(" / ")));
        out.append('\n');
      }
    }
  }
}
