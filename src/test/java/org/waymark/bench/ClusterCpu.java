package org.waymark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** CPU of one PostgreSQL: its server, the processes it runs and those that ended. */
final class ClusterCpu {
  private final ProcessHandle server;

  /**
   * @param home of the cluster
   */
  ClusterCpu(Path home) throws IOException {
    long pid = Long.parseLong(Files.readAllLines(home.resolve("data/postmaster.pid")).get(0));
    server = ProcessHandle.of(pid).orElseThrow(() -> new IOException("no server runs on " + home));
  }

  long nanos() {
    return ticks(server.pid(), true)
        + server.children().mapToLong(p -> ticks(p.pid(), false)).sum();
  }

  /** Of a process by its id, without its children. */
  static long nanos(long pid) {
    return ticks(pid, false);
  }

  private static long ticks(long pid, boolean withEnded) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int i = 11; i < (withEnded ? 15 : 13); i++) ticks += Long.parseLong(fields[i]);
      return ticks * 10_000_000;
    } catch (IOException e) {
      return 0;
    }
  }
}
