package org.waymark.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PrivateClusterIT {
  private static int number;
  private Path home;

  @BeforeEach
  void aFolderOfItsOwn() {
    home =
        Path.of(
            "target",
            "test-clusters",
            ProcessHandle.current().pid() + "-" + ++number,
            "postgresql");
  }

  @Test
  void a_crashed_server_recovers_with_what_it_had_acknowledged() throws Exception {
    try (PrivateCluster first = PrivateCluster.start(home)) {
      execute(first, "create table kept as select 7 as answer");
      ProcessHandle.of(postmaster(first.home())).orElseThrow().destroyForcibly();
    }
    try (PrivateCluster second = PrivateCluster.start(home)) {
      assertThat(number(second, "select answer from kept")).isEqualTo(7);
    }
  }

  @Test
  void a_server_left_behind_by_a_killed_process_is_taken_over_and_stopped() throws Exception {
    Process killed = holder();
    String url = line(killed);
    killed.destroyForcibly().waitFor();
    PrivateCluster cluster = PrivateCluster.start(home);
    assertThat(cluster.jdbcUrl("postgres")).isEqualTo(url);
    assertThat(number(cluster, "select 1")).isEqualTo(1);
    cluster.close();
    assertThatThrownBy(() -> number(cluster, "select 1")).isInstanceOf(SQLException.class);
  }

  @Test
  void a_server_left_behind_while_it_starts_is_waited_for() throws Exception {
    Path where;
    try (PrivateCluster first = PrivateCluster.start(home)) {
      where = first.home();
    }
    Process killed = holder();
    line(killed);
    killed.destroyForcibly().waitFor();
    Path file = where.resolve("data").resolve("postmaster.pid");
    String ready = Files.readString(file);
    // as the server itself does: in place, never empty in between
    Files.writeString(file, ready.replace("ready   ", "starting"), StandardOpenOption.WRITE);
    CompletableFuture<PrivateCluster> taken =
        CompletableFuture.supplyAsync(() -> PrivateCluster.start(home));
    assertThatThrownBy(() -> taken.get(500, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    Files.writeString(file, ready, StandardOpenOption.WRITE);
    try (PrivateCluster cluster = taken.get(60, TimeUnit.SECONDS)) {
      assertThat(number(cluster, "select 1")).isEqualTo(1);
    }
  }

  @Test
  void a_server_that_another_process_uses_is_not_stopped() throws Exception {
    Process other = holder();
    String url = line(other);
    PrivateCluster cluster = PrivateCluster.start(home);
    assertThat(cluster.jdbcUrl("postgres")).isEqualTo(url);
    cluster.close();
    assertThat(number(cluster, "select 1")).isEqualTo(1);
    other.getOutputStream().write('\n');
    other.getOutputStream().flush();
    assertThat(line(other)).isEqualTo("closed");
    assertThatThrownBy(() -> number(cluster, "select 1")).isInstanceOf(SQLException.class);
  }

  @Test
  void a_process_number_that_now_belongs_to_another_program_is_no_server() throws Exception {
    Path where;
    try (PrivateCluster first = PrivateCluster.start(home)) {
      where = first.home();
    }
    Path file = where.resolve("data").resolve("postmaster.pid");
    List<String> stale =
        List.of(
            String.valueOf(ProcessHandle.current().pid()),
            where.resolve("data").toString(),
            "0",
            "1",
            where.resolve("data").toString(),
            "127.0.0.1");
    Files.write(file, stale);
    PostgresPrograms.own(file);
    try (PrivateCluster second = PrivateCluster.start(home)) {
      assertThat(number(second, "select 1")).isEqualTo(1);
    }
  }

  @Test
  void a_half_made_cluster_is_made_again() throws Exception {
    Files.createDirectories(home.resolve("data.new").resolve("base"));
    try (PrivateCluster cluster = PrivateCluster.start(home)) {
      assertThat(number(cluster, "select 1")).isEqualTo(1);
    }
  }

  @Test
  void it_listens_on_this_machine_only_and_wants_its_password() {
    try (PrivateCluster cluster = PrivateCluster.start(home)) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(cluster.jdbcUrl("postgres"), cluster.user(), "no"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    }
  }

  private Process holder() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            ClusterHolder.class.getName(),
            home.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** The next line that is about the cluster, not about where it lies. */
  private static String line(Process process) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(process.getInputStream()), 1);
    String line = reader.readLine();
    while (line != null && line.startsWith("[waymark]")) line = reader.readLine();
    return line;
  }

  private static long postmaster(Path home) throws IOException {
    return Long.parseLong(
        Files.readAllLines(home.resolve("data").resolve("postmaster.pid")).get(0).strip());
  }

  private static int number(PrivateCluster cluster, String sql) throws SQLException {
    try (Connection connection = connect(cluster);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void execute(PrivateCluster cluster, String sql) throws SQLException {
    try (Connection connection = connect(cluster);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(PrivateCluster cluster) throws SQLException {
    return DriverManager.getConnection(
        cluster.jdbcUrl("postgres"), cluster.user(), cluster.password());
  }
}
