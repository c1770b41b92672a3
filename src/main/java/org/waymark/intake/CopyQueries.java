package org.waymark.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Bulk loads by COPY, in the transaction at hand. */
@Component
class CopyQueries {
  private final DataSource dataSource;

  CopyQueries(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Copies rows that {@code rows} gives one after the other; null is null.
   *
   * @param table with its columns
   */
  void rows(String table, Consumer<Consumer<Object[]>> rows) {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      CopyIn copy =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + table + " from stdin");
      try {
        rows.accept(values -> write(copy, values));
        copy.endCopy();
      } finally {
        if (copy.isActive()) copy.cancelCopy();
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("copy into " + table, e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private static void write(CopyIn copy, Object[] values) {
    StringBuilder line = new StringBuilder();
    for (Object value : values) {
      if (!line.isEmpty()) line.append('\t');
      line.append(value == null ? "\\N" : escaped(String.valueOf(value)));
    }
    byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  /** EWKB as COPY takes it. */
  static String hex(Geometry geometry) {
    if (geometry == null) return null;
    Geometry of4490 = geometry.copy();
    of4490.setSRID(4490);
    return WKBWriter.toHex(new WKBWriter(2, true).write(of4490));
  }
}
