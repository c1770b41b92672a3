package org.waymark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.waymark.embedded.PrivateCluster;

/**
 * One real PostGIS cluster for a test run; each Spring context gets an empty database of its own.
 */
public final class TestDatabase {
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

  /** Name of a new database. */
  public static String create() {
    String name = "test_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
    execute("create database " + name);
    return name;
  }

  static void execute(String sql) {
    PrivateCluster server = cluster();
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + ": " + e.getMessage(), e);
    }
  }
}
