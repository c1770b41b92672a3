package org.waymark.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.waymark.embedded.PostgresPrograms.Outcome;

/**
 * A PostgreSQL cluster of our own in one folder, listening on 127.0.0.1 only with a generated
 * password. As root it belongs to the {@code postgres} user, and a folder that user cannot reach is
 * replaced by one under /var/lib/waymark.
 */
public final class PrivateCluster implements AutoCloseable {
  private static final String SUPERUSER = "waymark";
  private static final Path FALLBACK = Path.of("/var/lib/waymark");
  private final Path home;
  private final Path data;
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final List<String> settings;
  private ClusterUse use;
  private int port;

  private PrivateCluster(Path home, List<String> settings) {
    this.home = home;
    this.data = home.resolve("data");
    this.settings = settings;
  }

  /**
   * Starts the cluster in {@code wanted}, making it first where it is missing. One that runs is
   * used as it is, whether another Waymark uses it or a killed one left it behind; one that crashed
   * recovers.
   *
   * @param settings extra server settings such as {@code fsync=off}; never needed by the product
   * @throws IllegalStateException naming the log when PostgreSQL does not start
   */
  public static PrivateCluster start(Path wanted, String... settings) {
    try {
      Path home = reachable(wanted.toAbsolutePath().normalize());
      makeFolder(home);
      PrivateCluster cluster = new PrivateCluster(home, Arrays.asList(settings));
      cluster.use = ClusterUse.begin(home, cluster::prepareAndRun);
      return cluster;
    } catch (IOException e) {
      throw new IllegalStateException(
          "cannot start PostgreSQL under " + wanted + ": " + e.getMessage(), e);
    }
  }

  /** Where the data really lies: {@code wanted}, or its stand-in under /var/lib/waymark. */
  public Path home() {
    return home;
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public String user() {
    return SUPERUSER;
  }

  public String password() {
    try {
      return Files.readString(home.resolve("password")).strip();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the database password in " + home, e);
    }
  }

  /** Stops the server unless another process uses it. */
  @Override
  public void close() {
    use.end(
        () ->
            PostgresPrograms.run(
                PostgresPrograms.path("pg_ctl"),
                "-D",
                data.toString(),
                "-m",
                "fast",
                "-w",
                "stop"));
  }

  private void prepareAndRun() {
    try {
      if (!Files.exists(data.resolve("PG_VERSION"))) make();
      if (!findRunning()) run();
    } catch (IOException e) {
      throw new IllegalStateException(
          "cannot start PostgreSQL under " + home + ": " + e.getMessage(), e);
    }
  }

  /**
   * Made beside and moved into place, so that a half-made cluster is never taken for a whole one.
   */
  private void make() throws IOException {
    Path half = home.resolve("data.new");
    delete(half);
    Path password = home.resolve("password");
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Files.deleteIfExists(password);
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, HexFormat.of().formatHex(secret));
    PostgresPrograms.own(password);
    Outcome made =
        PostgresPrograms.run(
            PostgresPrograms.path("initdb"),
            "-D",
            half.toString(),
            "-U",
            SUPERUSER,
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-A",
            "scram-sha-256",
            "--pwfile=" + password);
    if (made.code() != 0)
      throw new IllegalStateException("initdb failed in " + home + ":\n" + made.said());
    Files.move(half, data);
  }

  /**
   * Takes the port of a server that runs on our data, once it is ready: whoever began it may have
   * been killed meanwhile. A {@code postmaster.pid} whose number now belongs to another program is
   * stale: PostgreSQL would refuse to start over it.
   */
  private boolean findRunning() throws IOException {
    Path file = data.resolve("postmaster.pid");
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (Files.exists(file)) {
      List<String> lines = Files.readAllLines(file);
      if (lines.isEmpty() || !isOurs(lines.get(0).strip())) {
        Files.delete(file);
        return false;
      }
      if (lines.size() >= 8 && lines.get(7).strip().equals("ready")) {
        port = Integer.parseInt(lines.get(3).strip());
        return true;
      }
      if (System.nanoTime() > limit)
        throw new IOException(
            "the server that runs on it is not ready; its log is "
                + home.resolve("postgresql.log"));
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    return false;
  }

  private boolean isOurs(String processId) throws IOException {
    Path commandLine = Path.of("/proc", processId, "cmdline");
    if (!Files.exists(commandLine)) return false;
    List<String> words =
        List.of(new String(Files.readAllBytes(commandLine), StandardCharsets.UTF_8).split("\0"));
    return words.get(0).contains("postgres") && words.contains(data.toString());
  }

  private void run() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    StringBuilder options =
        new StringBuilder("-p " + port + " -k '" + data + "' -c listen_addresses=127.0.0.1");
    for (String setting : settings) options.append(" -c ").append(setting);
    Path log = home.resolve("postgresql.log");
    Outcome started =
        PostgresPrograms.run(
            PostgresPrograms.path("pg_ctl"),
            "-D",
            data.toString(),
            "-l",
            log.toString(),
            "-w",
            "-t",
            String.valueOf(START_LIMIT.toSeconds()),
            "-o",
            options.toString(),
            "start");
    if (started.code() != 0)
      throw new IllegalStateException(
          "PostgreSQL did not start; its log is " + log + ":\n" + started.said());
  }

  private static Path reachable(Path wanted) {
    if (!PostgresPrograms.asRoot()) return wanted;
    Path closed = null;
    for (Path parent = wanted.getParent(); parent != null; parent = parent.getParent())
      if (Files.exists(parent) && PostgresPrograms.run("test", "-x", parent.toString()).code() != 0)
        closed = parent;
    if (closed == null) return wanted;
    Path stand = FALLBACK.resolve(Integer.toHexString(wanted.hashCode()));
    System.out.println(
        "[waymark] " + closed + " is closed to the postgres user; the database lies in " + stand);
    return stand;
  }

  /**
   * Its parents open to the postgres user whatever the umask, itself closed to all but its owner.
   */
  private static void makeFolder(Path home) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    for (Path p = home; p != null && !Files.exists(p); p = p.getParent()) missing.push(p);
    for (Path folder : missing) {
      Files.createDirectory(folder);
      String allowed = folder.equals(home) ? "rwx------" : "rwxr-xr-x";
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(allowed));
    }
    PostgresPrograms.own(home);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }
}
