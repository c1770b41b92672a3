package org.waymark.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs PostgreSQL's programs. PostgreSQL refuses to run as root: as root everything here drops to
 * the {@code postgres} user, otherwise it runs as the caller.
 */
final class PostgresPrograms {
  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final int PATIENCE_SECONDS = 120;

  /**
   * @param code exit code; -1 when it had to be ended
   */
  record Outcome(int code, String said) {}

  private PostgresPrograms() {}

  static boolean asRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Path of the newest installed {@code initdb} or {@code pg_ctl}. */
  static String path(String program) {
    try (Stream<Path> versions = Files.list(VERSIONS)) {
      return versions
          .filter(v -> v.getFileName().toString().matches("\\d+"))
          .filter(v -> Files.isExecutable(v.resolve("bin").resolve(program)))
          .max(Comparator.comparingInt(v -> Integer.parseInt(v.getFileName().toString())))
          .orElseThrow(() -> new IOException("no version there has " + program))
          .resolve("bin")
          .resolve(program)
          .toString();
    } catch (IOException e) {
      throw new IllegalStateException(
          program + " not found under " + VERSIONS + "; install postgresql-15-postgis-3", e);
    }
  }

  /** As the user that owns the cluster. */
  static Outcome run(String... words) {
    List<String> all = new ArrayList<>();
    if (asRoot())
      all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
    all.addAll(List.of(words));
    return execute(all);
  }

  /** Hands a file or folder to the user that owns the cluster. */
  static void own(Path path) {
    if (!asRoot()) return;
    Outcome outcome = execute(List.of("chown", "postgres:postgres", path.toString()));
    if (outcome.code() != 0)
      throw new IllegalStateException("cannot hand over " + path + ": " + outcome.said());
  }

  /** Output goes through a file: a started server would keep a pipe open for ever. */
  private static Outcome execute(List<String> words) {
    try {
      Path out = Files.createTempFile("waymark-pg", ".out");
      try {
        Process process =
            new ProcessBuilder(words)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) process.destroy();
        return new Outcome(ended ? process.exitValue() : -1, Files.readString(out));
      } finally {
        Files.deleteIfExists(out);
      }
    } catch (IOException e) {
      throw new IllegalStateException("cannot run " + words.get(0) + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + words.get(0), e);
    }
  }
}
