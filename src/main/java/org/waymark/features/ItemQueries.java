package org.waymark.features;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.waymark.features.SourceQueries.Source;

/** Counts and reads features row by row; a page of any size takes the memory of a few rows. */
@Repository
class ItemQueries {
  private static final int ROWS_AT_ONCE = 500;
  private final JdbcClient jdbc;

  /** Exact: a count holds as long as the database shows the same to a reader. */
  private final Cache<CountKey, Long> counts = Caffeine.newBuilder().maximumSize(256).build();

  private record CountKey(String sql, String parameters, String snapshot) {}

  ItemQueries(DataSource dataSource) {
    JdbcTemplate rows = new JdbcTemplate(dataSource);
    rows.setFetchSize(ROWS_AT_ONCE);
    jdbc = JdbcClient.create(new NamedParameterJdbcTemplate(rows));
  }

  interface RowReader {
    void read(ResultSet row) throws SQLException;
  }

  /** No statement of this transaction takes longer; the planner is told what pages are like. */
  void limitTime(int seconds) {
    // JIT costs more than it saves; a merge would read an index from its start to reach a page in
    // its middle; workers would be gathered for a page of a few rows
    jdbc.sql(
            "set local statement_timeout = '%ds'; set local jit = off; set local enable_mergejoin = off;"
                    .formatted(seconds)
                + " set local max_parallel_workers_per_gather = 0")
        .update();
  }

  long count(Source source, ItemRequest request) {
    WhereQueries where = new WhereQueries(request.type());
    String sql =
        "select count(*) from (%s) c where %s"
            .formatted(source.sql(), where.sql(request.condition()));
    Map<String, Object> parameters = all(source, where);
    if (!source.steady()) return count(sql, parameters);
    return counts.get(new CountKey(sql, text(parameters), snapshot()), k -> count(sql, parameters));
  }

  /**
   * Columns: the key, the order, the properties, {@code geometry} as GeoJSON text; by position. One
   * row more than asked for tells that there is a next page.
   */
  void read(Source source, ItemRequest request, RowReader reader) {
    WhereQueries where = new WhereQueries(request.type());
    String condition = where.sql(request.condition());
    if (request.after() != null)
      condition += " and " + where.after(request.order(), request.after().values());
    String columns =
        Stream.of(
                request.type().key().stream(),
                request.order().stream().map(ItemRequest.Sort::property),
                request.properties().stream())
            .flatMap(s -> s)
            .map(WhereQueries::column)
            .collect(Collectors.joining(", "));
    jdbc.sql(
            "select %s, %s from (%s) c where %s order by %s limit %d"
                .formatted(
                    columns,
                    where.json(request.crs()),
                    source.sql(),
                    condition,
                    where.order(request.order()),
                    request.limit() + 1))
        .params(all(source, where))
        .query(reader::read);
  }

  private long count(String sql, Map<String, Object> parameters) {
    return jdbc.sql(sql).params(parameters).query(Long.class).single();
  }

  private String snapshot() {
    return jdbc.sql("select pg_current_snapshot()::text").query(String.class).single();
  }

  private static Map<String, Object> all(Source source, WhereQueries where) {
    Map<String, Object> all = new HashMap<>(source.parameters());
    all.putAll(where.parameters());
    return all;
  }

  /** No two sets of values make the same text. */
  private static String text(Map<String, Object> parameters) {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(parameters)
        .forEach(
            (name, value) -> {
              String told = value instanceof Object[] list ? Arrays.toString(list) : "" + value;
              text.append(name).append(' ').append(told.length()).append(' ').append(told);
            });
    return text.toString();
  }
}
