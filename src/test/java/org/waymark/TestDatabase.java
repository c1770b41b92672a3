package org.waymark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.waymark.embedded.PrivateCluster;

/**
 * One real PostGIS cluster for a test run, also where several processes share the run; each Spring
 * context gets a database of its own.
 */
public final class TestDatabase {
  /** What the processes of one run have in common. */
  private static final String RUN =
      System.getProperty("waymark.test.run", String.valueOf(ProcessHandle.current().pid()));

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static PrivateCluster cluster;

  private TestDatabase() {}

  public static synchronized PrivateCluster cluster() {
    if (cluster == null) {
      // Each application context of a run keeps its own pool.
      cluster =
          PrivateCluster.start(
              Path.of("target", "test-postgresql"), "fsync=off", "max_connections=400");
      Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
    }
    return cluster;
  }

  /** Name of a new, empty database. */
  public static String create() {
    return copy("template1");
  }

  /**
   * Name of a new database with the whole demo up to {@code now}. The product itself loads it, once
   * in a run; each caller gets a copy.
   */
  public static String createDemo(String now) {
    String loaded = "demo_" + RUN + "_" + OffsetDateTime.parse(now).toEpochSecond();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtext('" + loaded + "'))");
      if (!exists(statement, loaded)) {
        String half = create();
        loadDemo(half, now);
        statement.execute("alter database " + half + " rename to " + loaded);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(loaded + ": " + e.getMessage(), e);
    }
    return copy(loaded);
  }

  /** As {@code ./run} does at its first start. */
  private static void loadDemo(String database, String now) {
    SpringApplication.run(
            WaymarkApplication.class,
            "--waymark.db.url=" + cluster().jdbcUrl(database),
            "--spring.datasource.url=" + cluster().jdbcUrl(database),
            "--spring.datasource.username=" + cluster().user(),
            "--spring.datasource.password=" + cluster().password(),
            "--server.port=0",
            "--waymark.demo=true",
            "--waymark.now=" + now)
        .close();
  }

  private static String copy(String from) {
    String name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " template " + from);
    } catch (SQLException e) {
      throw new IllegalStateException(name + ": " + e.getMessage(), e);
    }
    return name;
  }

  private static boolean exists(Statement statement, String database) throws SQLException {
    try (var found =
        statement.executeQuery("select from pg_database where datname = '" + database + "'")) {
      return found.next();
    }
  }

  private static Connection connect() throws SQLException {
    PrivateCluster server = cluster();
    return DriverManager.getConnection(
        server.jdbcUrl("postgres"), server.user(), server.password());
  }
}
