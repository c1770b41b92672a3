package org.waymark.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestDatabase;
import org.waymark.WaymarkApplication;
import org.waymark.calendar.DistrictClock;
import org.waymark.embedded.PrivateCluster;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.township.GroundFiles;
import org.waymark.township.Townships;

/** An application of its own on a made-up district of that many lines of 1 km. */
public final class BenchDistrict {
  public static final String DISTRICT = "999999";
  public static final PlanKey KEY = new PlanKey(DISTRICT, 2026);

  /** Shares at a time; the copies for tiles are made with them. */
  private static final int CHUNK = 1_000;

  private BenchDistrict() {}

  public static ConfigurableApplicationContext open(int footprints, boolean web)
      throws IOException {
    PrivateCluster cluster = TestDatabase.cluster();
    String url = cluster.jdbcUrl(TestDatabase.create());
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(WaymarkApplication.class)
            .web(web ? WebApplicationType.SERVLET : WebApplicationType.NONE)
            .run(
                "--server.port=0",
                "--waymark.demo=false",
                "--waymark.district=" + DISTRICT,
                "--waymark.plan-year=2026",
                "--waymark.now=2026-05-20T10:00:00+08:00",
                "--waymark.db.url=" + url,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + cluster.user(),
                "--spring.datasource.password=" + cluster.password(),
                "--logging.level.root=OFF");
    ground(context, footprints);
    return context;
  }

  private static void ground(ConfigurableApplicationContext context, int footprints)
      throws IOException {
    Instant start = Instant.parse("2025-12-31T16:00:00Z");
    DistrictClock clock = context.getBean(DistrictClock.class);
    try (InputStream plan = BenchDistrict.class.getResourceAsStream("/bench/plan.yaml")) {
      clock.at(start, () -> context.getBean(Plans.class).load(plan, start, null));
    }
    Path boundaries = Path.of("gis-data/boundaries");
    GroundFiles files =
        new GroundFiles(
            renamed(boundaries.resolve("district.geojson")),
            renamed(boundaries.resolve("townships.geojson")),
            Files.readAllBytes(boundaries.resolve("rivers.geojson")),
            "bench");
    clock.at(start, () -> context.getBean(Townships.class).load(DISTRICT, files));
    JdbcClient jdbc = context.getBean(JdbcClient.class);
    jdbc.sql(FOOTPRINTS).param("n", footprints).update();
    jdbc.sql(VERSIONS).param("n", footprints).update();
    for (int from = 0; from < footprints; from += CHUNK)
      jdbc.sql(SHARES)
          .param("from", "01.1-%06d".formatted(from))
          .param("to", "01.1-%06d".formatted(from + CHUNK))
          .update();
    jdbc.sql("analyze").update();
  }

  /** The demo's boundaries under another district code. */
  private static byte[] renamed(Path file) throws IOException {
    return Files.readString(file).replace("500114", DISTRICT).getBytes(StandardCharsets.UTF_8);
  }

  /** This process and all processes of the cluster, user and system. */
  public static long cpuNanos() {
    long own =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime();
    long ticks =
        ProcessHandle.allProcesses()
            .filter(p -> p.info().command().orElse("").endsWith("/postgres"))
            .mapToLong(p -> ticks(p.pid()))
            .sum();
    return own + ticks * 10_000_000;
  }

  private static long ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    } catch (IOException e) {
      return 0;
    }
  }

  private static final String FOOTPRINTS =
      """
      insert into core.footprint (district_code, plan_year, footprint_code, indicator_code)
      select '999999', 2026, '01.1-' || lpad(i::text, 6, '0'), '01.1' from generate_series(1, :n) i
      """;

  private static final String VERSIONS =
      """
      insert into core.footprint_version (district_code, plan_year, footprint_code, version, known_from, name, geometry_kind, geom, content_sha256, measured,
        design_quantity, unit, length_m, design_length_dm, length_mismatch, sensitivity, source)
      select '999999', 2026, '01.1-' || lpad(i::text, 6, '0'), 1, '2025-12-31T16:00:00Z', '路' || i, 'line', line, sha256(i::text::bytea),
        st_multi(st_addmeasure(line, 0, 1000)), 1, 'km', 1000, 10000, 0, 'public', 'bench'
      from (select i, st_setsrid(st_makeline(st_makepoint(x, y), st_makepoint(x + 0.0103, y)), 4490) line
            from (select i, 108.6 + (i % 500) * 0.0006 x, 29.2 + (i / 500) * 0.001 y from generate_series(1, :n) i) g) l
      """;

  private static final String SHARES =
      """
      insert into core.footprint_township (district_code, plan_year, footprint_code, version, layer_version, township_code, ranges, share)
      select district_code, plan_year, footprint_code, 1, 1, '999999' || (array['001', '002', '003', '004'])[1 + right(footprint_code, 2)::int % 4],
        '{[0,10000)}', 1
      from core.footprint where footprint_code > :from and footprint_code <= :to
      """;
}
