package org.waymark.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the private cluster before anything else where {@code waymark.db.url} names no database,
 * and stops it last, when every context and its connections are closed.
 */
public final class EmbeddedDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    String url = context.getEnvironment().getProperty("waymark.db.url", "");
    // written down ahead of a start, the beans are not made
    boolean ahead = Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
    if (!url.isBlank() || ahead) return;
    Path home = Path.of(context.getEnvironment().getRequiredProperty("waymark.home"));
    PrivateCluster cluster = PrivateCluster.start(home.resolve("postgresql"));
    createDatabase(cluster, "waymark");
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "embedded database",
                Map.of(
                    "spring.datasource.url", cluster.jdbcUrl("waymark"),
                    "spring.datasource.username", cluster.user(),
                    "spring.datasource.password", cluster.password())));
    SpringApplication.getShutdownHandlers().add(cluster::close);
  }

  /** Does nothing where it exists. */
  static void createDatabase(PrivateCluster cluster, String database) {
    try (Connection connection =
            DriverManager.getConnection(
                cluster.jdbcUrl("postgres"), cluster.user(), cluster.password());
        var statement = connection.createStatement()) {
      var found =
          statement.executeQuery("select 1 from pg_database where datname = '" + database + "'");
      if (!found.next()) statement.execute("create database " + database);
    } catch (SQLException e) {
      throw new IllegalStateException(
          "cannot create the database " + database + ": " + e.getMessage(), e);
    }
  }
}
