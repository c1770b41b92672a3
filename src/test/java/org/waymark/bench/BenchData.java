package org.waymark.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.WaymarkApplication;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.embedded.PrivateCluster;
import org.waymark.plan.Plans;
import org.waymark.progress.SampleCheck;
import org.waymark.township.Townships;

/**
 * The data of a scale, kept under var/bench and made again when what makes it changes. A home as
 * {@code ./run} uses it; what a measure writes goes into a copy of the database.
 */
final class BenchData implements AutoCloseable {
  static final String NOW = "2026-05-20T10:00:00+08:00";
  static final String PASSWORD = "bench-password-1";
  private static final String KEPT = "waymark";
  private static final String COPY = "bench_copy";
  private static final int CHECKED = 200;

  final Scale scale;
  final Path home;
  private PrivateCluster cluster;

  private BenchData(Scale scale, Path home) {
    this.scale = scale;
    this.home = home;
  }

  static BenchData keep(Scale scale) throws IOException {
    Path folder = Path.of("var/bench").toAbsolutePath();
    BenchData data = new BenchData(scale, folder.resolve(scale + "-" + hash()));
    if (!Files.exists(data.home.resolve("made"))) {
      dropOthers(folder, data.home);
      data.make();
    }
    data.cluster = PrivateCluster.start(data.home.resolve("postgresql"));
    return data;
  }

  /** The application without a server, on a copy of the database. */
  ConfigurableApplicationContext copy() {
    execute(
        "postgres",
        // an application that was stopped, or a peer, may not be gone yet
        "select pg_terminate_backend(pid) from pg_stat_activity where datname in ('%s', '%s')"
            .formatted(KEPT, COPY),
        "drop database if exists " + COPY,
        "create database " + COPY + " template " + KEPT + " strategy file_copy",
        // what copying left to be written is nobody's work later
        "checkpoint");
    return open(COPY);
  }

  void dropCopy() {
    execute("postgres", "drop database if exists " + COPY);
  }

  ClusterCpu cpu() throws IOException {
    return new ClusterCpu(cluster.home());
  }

  String url() {
    return cluster.jdbcUrl(KEPT);
  }

  int port() {
    return java.net.URI.create(cluster.jdbcUrl(KEPT).substring(5)).getPort();
  }

  String user() {
    return cluster.user();
  }

  String password() {
    return cluster.password();
  }

  private void make() throws IOException {
    System.out.println("[bench] making " + scale.told());
    long start = System.nanoTime();
    Files.createDirectories(home);
    cluster =
        PrivateCluster.start(
            home.resolve("postgresql"),
            "fsync=off",
            "full_page_writes=off",
            "autovacuum=off",
            "max_wal_size=16GB",
            "shared_buffers=1GB",
            "work_mem=256MB",
            "maintenance_work_mem=512MB");
    execute("postgres", "drop database if exists " + KEPT, "create database " + KEPT);
    try (ConfigurableApplicationContext context = open(KEPT)) {
      fill(context);
      SampleCheck.agree(context, BenchDistrict.KEY, scale.footprints, CHECKED);
    }
    cluster.close();
    Files.writeString(home.resolve("mode"), "empty\n");
    Files.createFile(home.resolve("made"));
    System.out.printf("[bench] made in %d s%n", (System.nanoTime() - start) / 1_000_000_000);
  }

  private void fill(ConfigurableApplicationContext context) throws IOException {
    Instant start = Instant.parse("2025-12-31T16:00:00Z");
    DistrictClock clock = context.getBean(DistrictClock.class);
    try (InputStream plan = BenchData.class.getResourceAsStream("/bench/plan.yaml")) {
      clock.at(start, () -> context.getBean(Plans.class).load(plan, start, null));
    }
    clock.at(
        start, () -> context.getBean(Townships.class).load(BenchDistrict.DISTRICT, scale.ground()));
    Accounts accounts = context.getBean(Accounts.class);
    create(accounts, "bench", Role.PLANNER);
    create(accounts, "bench-crew", Role.ADMINISTRATOR);
    create(accounts, "bench-reviewer", Role.REVIEWER);
    execute(
        KEPT,
        settings(),
        text("ground.sql"),
        text("reports.sql"),
        "discard temporary",
        "vacuum analyze");
  }

  private static void create(Accounts accounts, String name, Role role) {
    accounts.create(new NewAccount(name, name, role, null, null, null), PASSWORD);
  }

  private String settings() {
    return """
        set bench.townships = %d; set bench.columns = %d; set bench.footprints = %d; set bench.reports = %d
        """
        .formatted(scale.townships, scale.columns, scale.footprints, scale.reports);
  }

  private ConfigurableApplicationContext open(String database) {
    String url = cluster.jdbcUrl(database);
    return new SpringApplicationBuilder(WaymarkApplication.class)
        .web(WebApplicationType.NONE)
        .run(
            "--waymark.demo=false",
            "--waymark.district=" + BenchDistrict.DISTRICT,
            "--waymark.plan-year=" + BenchDistrict.KEY.year(),
            "--waymark.now=" + NOW,
            "--waymark.db.url=" + url,
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + cluster.user(),
            "--spring.datasource.password=" + cluster.password(),
            "--logging.level.root=OFF");
  }

  private void execute(String database, String... statements) {
    try (Connection connection =
            DriverManager.getConnection(cluster.jdbcUrl(database), user(), password());
        Statement statement = connection.createStatement()) {
      for (String one : statements) statement.execute(one);
    } catch (SQLException e) {
      throw new IllegalStateException(database + ": " + e.getMessage(), e);
    }
  }

  private static String text(String name) throws IOException {
    try (InputStream in = BenchData.class.getResourceAsStream("/bench/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Of the migrations and of all that makes the data; repeatable ones run at the next start. */
  private static String hash() throws IOException {
    MessageDigest digest = BenchPhoto.digest();
    List<Path> files;
    try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
      files = migrations.filter(f -> f.getFileName().toString().startsWith("V")).sorted().toList();
    }
    for (Path file : files) digest.update(Files.readAllBytes(file));
    for (String name : List.of("plan.yaml", "ground.sql", "reports.sql"))
      digest.update(text(name).getBytes(StandardCharsets.UTF_8));
    for (Scale scale : Scale.values()) digest.update(scale.told().getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(), 0, 6);
  }

  private static void dropOthers(Path folder, Path kept) throws IOException {
    if (!Files.exists(folder)) return;
    String scale = kept.getFileName().toString().substring(0, 2);
    List<Path> others;
    try (Stream<Path> all = Files.list(folder)) {
      others =
          all.filter(f -> f.getFileName().toString().startsWith(scale) && !f.equals(kept)).toList();
    }
    for (Path other : others)
      try (Stream<Path> files = Files.walk(other)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      }
  }

  @Override
  public void close() {
    cluster.close();
  }
}
