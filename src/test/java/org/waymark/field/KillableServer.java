package org.waymark.field;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The application as a child process with its own cluster; knows what it may kill. */
final class KillableServer implements AutoCloseable {
  private final Path home;
  private Process process;
  private Path data;
  private volatile int port;

  KillableServer(Path home) {
    this.home = home;
  }

  /** 0 while it is down. */
  int port() {
    return port;
  }

  void start() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                FieldServer.class.getName(),
                home.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader reader = process.inputReader();
    StringBuilder said = new StringBuilder();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("data ")) data = Path.of(line.substring(5));
      if (!line.startsWith("port ")) continue;
      port = Integer.parseInt(line.substring(5));
      Thread drain = new Thread(() -> reader.lines().forEach(x -> {}));
      drain.setDaemon(true);
      drain.start();
      return;
    }
    throw new IllegalStateException("the server did not start:\n" + said);
  }

  /** By turns, all with SIGKILL; the application is started again where it was killed. */
  String kill(int round) throws IOException, InterruptedException {
    return switch (round % 3) {
      case 0 -> killOneBackend();
      case 1 -> killBoth();
      default -> killApplication();
    };
  }

  /** The database throws all its connections away and recovers by itself. */
  private String killOneBackend() throws IOException {
    List<ProcessHandle> backends = ProcessHandle.of(postmaster()).orElseThrow().children().toList();
    backends.get(backends.size() - 1).destroyForcibly();
    return "database crashes";
  }

  private String killApplication() throws IOException, InterruptedException {
    port = 0;
    process.destroyForcibly().waitFor();
    start();
    return "application kills";
  }

  private String killBoth() throws IOException, InterruptedException {
    killDatabase();
    port = 0;
    process.destroyForcibly().waitFor();
    start();
    return "kills of both";
  }

  private void killDatabase() throws IOException {
    List<ProcessHandle> all =
        ProcessHandle.of(postmaster()).stream()
            .flatMap(
                p -> java.util.stream.Stream.concat(java.util.stream.Stream.of(p), p.children()))
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private long postmaster() throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
  }

  @Override
  public void close() {
    try {
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
