package org.waymark.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.TestDatabase;
import org.waymark.WaymarkApplication;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.CitedPhoto;
import org.waymark.completion.CompletionReport;
import org.waymark.completion.CompletionReport.Kind;
import org.waymark.completion.CompletionReport.Method;
import org.waymark.completion.CompletionReport.MetreRange;
import org.waymark.completion.Completions;
import org.waymark.completion.NewReview;
import org.waymark.completion.NewReview.Verdict;
import org.waymark.embedded.PrivateCluster;
import org.waymark.evidence.Photos;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.township.GroundFiles;
import org.waymark.township.Townships;

/**
 * A review accepted → roll-up updated: CPU per report (this process and its PostgreSQL) with few
 * and with many footprints, in turns in one run. A report and its photo are sent before the clock
 * starts; what is measured is {@link Completions#review}.
 */
public final class RollUpBench {
  private static final String DISTRICT = "999999";
  private static final PlanKey KEY = new PlanKey(DISTRICT, 2026);
  private static final int ROUNDS = 5;
  private static final int REPORTS = 120;

  private RollUpBench() {}

  public static void main(String[] args) {
    int code = 1;
    try {
      measure();
      code = 0;
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
    }
    // Threads of the two applications would keep a failed run alive.
    System.exit(code);
  }

  private static void measure() throws IOException {
    int few = 1_000;
    int many = Integer.getInteger("bench.footprints", 200_000);
    try (Side small = Side.open(few);
        Side large = Side.open(many)) {
      small.round();
      large.round();
      double[] smallMs = new double[ROUNDS];
      double[] largeMs = new double[ROUNDS];
      double[] ratios = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        smallMs[i] = small.round();
        largeMs[i] = large.round();
        ratios[i] = largeMs[i] / smallMs[i];
      }
      System.out.printf(
          "%nreview accepted → roll-up updated, CPU per report (JVM + PostgreSQL), median of %d rounds of %d%n",
          ROUNDS, REPORTS);
      System.out.printf(
          "  %,9d footprints  %6.2f ms%n  %,9d footprints  %6.2f ms%n  ratio %.2f (reach: at most 1.5)%n",
          few, median(smallMs), many, median(largeMs), median(ratios));
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** One application on one database. */
  private static final class Side implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final int footprints;
    private final Completions completions;
    private final Photos photos;
    private final Caller crew;
    private final Caller reviewer;
    private int sent;

    private Side(ConfigurableApplicationContext context, int footprints) {
      this.context = context;
      this.footprints = footprints;
      this.completions = context.getBean(Completions.class);
      this.photos = context.getBean(Photos.class);
      Accounts accounts = context.getBean(Accounts.class);
      accounts.create(
          new NewAccount("bench-crew", "crew", Role.ADMINISTRATOR, null, null, null),
          "bench-password-1");
      accounts.create(
          new NewAccount("bench-reviewer", "reviewer", Role.REVIEWER, null, null, null),
          "bench-password-1");
      crew = accounts.getCaller("bench-crew");
      reviewer = accounts.getCaller("bench-reviewer");
    }

    static Side open(int footprints) throws IOException {
      PrivateCluster cluster = TestDatabase.cluster();
      String url = cluster.jdbcUrl(TestDatabase.create());
      ConfigurableApplicationContext context =
          new SpringApplicationBuilder(WaymarkApplication.class)
              .web(WebApplicationType.NONE)
              .run(
                  "--waymark.demo=false",
                  "--waymark.district=" + DISTRICT,
                  "--waymark.plan-year=2026",
                  "--waymark.now=2026-05-20T10:00:00+08:00",
                  "--waymark.db.url=" + url,
                  "--spring.datasource.url=" + url,
                  "--spring.datasource.username=" + cluster.user(),
                  "--spring.datasource.password=" + cluster.password(),
                  "--logging.level.root=WARN");
      ground(context, footprints);
      return new Side(context, footprints);
    }

    private static void ground(ConfigurableApplicationContext context, int footprints)
        throws IOException {
      Instant start = Instant.parse("2025-12-31T16:00:00Z");
      DistrictClock clock = context.getBean(DistrictClock.class);
      try (InputStream plan = RollUpBench.class.getResourceAsStream("/bench/plan.yaml")) {
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
      jdbc.sql(SHARES).update();
      jdbc.sql("analyze").update();
    }

    /** The demo's boundaries under another district code. */
    private static byte[] renamed(Path file) throws IOException {
      return Files.readString(file)
          .replace("500114", DISTRICT)
          .getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** CPU milliseconds per review. */
    double round() {
      List<UUID> reports = new ArrayList<>();
      for (int i = 0; i < REPORTS; i++) reports.add(send());
      long before = cpuNanos();
      for (UUID report : reports)
        completions.review(
            reviewer, UUID.randomUUID(), new NewReview(report, 1, Verdict.ACCEPT, null));
      return (cpuNanos() - before) / 1e6 / REPORTS;
    }

    private UUID send() {
      int number = sent++;
      String footprint =
          String.format(
              "01.1-%06d",
              1 + (number * 7919) % Math.min(footprints, 1_000) * (footprints / 1_000));
      byte[] jpeg = BenchPhoto.jpeg(context.hashCode() + number);
      String sha256 = HexFormat.of().formatHex(BenchPhoto.sha256(jpeg));
      photos.store(crew, sha256, jpeg);
      UUID id = UUID.randomUUID();
      double from = (number * 37) % 900;
      Instant observed = Instant.parse("2026-05-20T01:00:00Z");
      completions.submit(
          crew,
          KEY,
          id,
          new CompletionReport(
              footprint,
              1,
              Kind.DONE,
              null,
              new MetreRange(from, from + 50),
              null,
              null,
              null,
              observed,
              Method.GPS,
              6.0,
              List.of(new CitedPhoto(sha256, observed, 108.7, 29.5, 6.0, 0.0)),
              null));
      return id;
    }

    @Override
    public void close() {
      context.close();
    }
  }

  /** This process and all processes of the cluster, user and system. */
  private static long cpuNanos() {
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
      from core.footprint
      """;
}
