package org.waymark.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL cluster of our own in one folder, listening on 127.0.0.1 only with a generated
 * password. PostgreSQL refuses to run as root: as root every command drops to the {@code postgres}
 * user, and a folder that user cannot reach is replaced by one under /var/lib/waymark.
 */
public final class PrivateCluster implements AutoCloseable {
  private static final String SUPERUSER = "waymark";
  private static final Path FALLBACK = Path.of("/var/lib/waymark");
  private final Path home;
  private final Path data;
  private final List<String> settings;
  private int port;

  private PrivateCluster(Path home, List<String> settings) {
    this.home = home;
    this.data = home.resolve("data");
    this.settings = settings;
  }

  /**
   * Starts the cluster in {@code wanted}, making it first where it is missing; a cluster left by a
   * crash or still running is taken over.
   *
   * @param settings extra server settings such as {@code fsync=off}; never needed by the product
   * @throws IllegalStateException naming the log when PostgreSQL does not start
   */
  public static PrivateCluster start(Path wanted, String... settings) {
    try {
      PrivateCluster cluster =
          new PrivateCluster(
              reachable(wanted.toAbsolutePath().normalize()), Arrays.asList(settings));
      cluster.prepare();
      cluster.run();
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

  @Override
  public void close() {
    command(List.of(bin("pg_ctl"), "-D", data.toString(), "-m", "fast", "-w", "stop"));
  }

  private void prepare() throws IOException {
    Files.createDirectories(home);
    if (asRoot()) own(home);
    if (Files.exists(data.resolve("PG_VERSION"))) return;
    Path password = home.resolve("password");
    byte[] secret = new byte[24];
    new SecureRandom().nextBytes(secret);
    Files.deleteIfExists(password);
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(password, HexFormat.of().formatHex(secret));
    if (asRoot()) own(password);
    String said =
        command(
            List.of(
                bin("initdb"),
                "-D",
                data.toString(),
                "-U",
                SUPERUSER,
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-A",
                "scram-sha-256",
                "--pwfile=" + password));
    if (!Files.exists(data.resolve("PG_VERSION")))
      throw new IllegalStateException("initdb failed in " + home + ":\n" + said);
  }

  private void run() throws IOException {
    Path log = home.resolve("postgresql.log");
    String status = command(List.of(bin("pg_ctl"), "-D", data.toString(), "status"));
    Path postmaster = data.resolve("postmaster.pid");
    if (status.contains("PID:") && Files.exists(postmaster)) {
      port = Integer.parseInt(Files.readAllLines(postmaster).get(3).strip());
      return;
    }
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    StringBuilder options =
        new StringBuilder("-p " + port + " -k '" + data + "' -c listen_addresses=127.0.0.1");
    for (String setting : settings) options.append(" -c ").append(setting);
    String said =
        command(
            List.of(
                bin("pg_ctl"),
                "-D",
                data.toString(),
                "-l",
                log.toString(),
                "-w",
                "-t",
                "60",
                "-o",
                options.toString(),
                "start"));
    if (!said.contains("server started"))
      throw new IllegalStateException("PostgreSQL did not start; its log is " + log + ":\n" + said);
  }

  private static Path reachable(Path wanted) throws IOException {
    if (!asRoot()) return wanted;
    for (Path parent = wanted.getParent(); parent != null; parent = parent.getParent()) {
      if (Files.exists(parent)
          && !Files.getPosixFilePermissions(parent)
              .contains(java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE)) {
        Path stand = FALLBACK.resolve(Integer.toHexString(wanted.hashCode()));
        System.out.println(
            "[waymark] "
                + parent
                + " is closed to the postgres user; the database lies in "
                + stand);
        return stand;
      }
    }
    return wanted;
  }

  private static boolean asRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  private static void own(Path path) {
    outcome(List.of("chown", "postgres:postgres", path.toString()));
  }

  private static String bin(String program) {
    try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
      return versions
          .map(v -> v.resolve("bin").resolve(program))
          .filter(Files::isExecutable)
          .sorted()
          .reduce((a, b) -> b)
          .orElseThrow()
          .toString();
    } catch (IOException | java.util.NoSuchElementException e) {
      throw new IllegalStateException(
          program + " not found under /usr/lib/postgresql; install postgresql-15-postgis-3", e);
    }
  }

  private static String command(List<String> words) {
    List<String> all = new ArrayList<>();
    if (asRoot())
      all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
    all.addAll(words);
    return outcome(all);
  }

  /** Output goes through a file: a started server would keep a pipe open for ever. */
  private static String outcome(List<String> words) {
    try {
      Path out = Files.createTempFile("waymark-pg", ".out");
      Process process =
          new ProcessBuilder(words)
              .directory(Path.of("/").toFile())
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      if (!process.waitFor(90, TimeUnit.SECONDS)) process.destroy();
      String said = Files.readString(out);
      Files.delete(out);
      return said;
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + words.get(0) + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + words.get(0), e);
    }
  }
}
