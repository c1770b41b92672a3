package org.waymark.bench;

import java.io.IOException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A review accepted and rolled up, beside the same with other data and beside the plain way. */
final class RollUpCost {
  private static final int ROUNDS = 9;
  private static final int WARM = 3;

  /** Cutting and uniting all of M would take minutes. */
  private static final int MOST = 10_000;

  private static final String WHAT_PLAIN =
      "geometry of up to 10,000 lines of %s recomputed, CPU, against it";

  private RollUpCost() {}

  /**
   * @param m null = not measured
   */
  static void measure(Table table, BenchData s, BenchData m) throws IOException {
    try (ConfigurableApplicationContext small = s.copy();
        ConfigurableApplicationContext large = m == null ? null : m.copy()) {
      ReviewRounds few = rounds(small, s);
      ReviewRounds many = large == null ? few : rounds(large, m);
      for (int i = 0; i < WARM; i++) {
        few.round();
        many.round();
      }
      double[] ratio = new double[ROUNDS];
      double[] ms = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        ms[i] = few.round();
        ratio[i] = many.round() / ms[i];
      }
      if (large == null)
        table.absent("10", "roll-up per accepted report, CPU, M against S", ScaleBench.NOT_AT_S);
      else
        table.atMost(
            "10", "roll-up per accepted report, CPU, M against S", Table.median(ratio), 1.2);
      table.atLeast(
          "10",
          WHAT_PLAIN.formatted(large == null ? Scale.S : Scale.M),
          plain(large == null ? small : large, large == null ? s : m) / Table.median(ms),
          100);
    }
    s.dropCopy();
    if (m != null) m.dropCopy();
  }

  private static ReviewRounds rounds(ConfigurableApplicationContext context, BenchData data)
      throws IOException {
    ClusterCpu cluster = data.cpu();
    long own = ProcessHandle.current().pid();
    return new ReviewRounds(
        context, data.scale.footprints, () -> ClusterCpu.nanos(own) + cluster.nanos());
  }

  /** Milliseconds. */
  private static double plain(ConfigurableApplicationContext context, BenchData data)
      throws IOException {
    ClusterCpu cluster = data.cpu();
    double[] ms = new double[3];
    for (int i = 0; i < ms.length; i++) {
      long before = cluster.nanos();
      context
          .getBean(JdbcClient.class)
          .sql(PLAIN)
          .param("most", "01.1-%06d".formatted(MOST))
          .query(Double.class)
          .single();
      ms[i] = (cluster.nanos() - before) / 1e6;
    }
    return Table.median(ms);
  }

  /** The verified length of the indicator, from what was cut out of its lines. */
  private static final String PLAIN =
      """
      select st_length(st_setsrid(st_union(st_force2d(st_locatebetween(v.measured, r.from_dm / 10.0, r.to_dm / 10.0))), 4326)::geography)
      from core.report r
      join core.report_state s using (district_code, report_id)
      join core.footprint_version v on (v.district_code, v.plan_year, v.footprint_code) = (r.district_code, r.plan_year, r.footprint_code)
        and v.known_to is null
      where r.indicator_code = '01.1' and s.state = 'accepted' and r.footprint_code <= :most
      """;
}
