package org.waymark.embedded;

import java.nio.file.Path;

/** A process of its own that uses a cluster until it is told a line, or killed. */
final class ClusterHolder {
  private ClusterHolder() {}

  public static void main(String[] args) throws Exception {
    PrivateCluster cluster = PrivateCluster.start(Path.of(args[0]), "fsync=off");
    System.out.println(cluster.jdbcUrl("postgres"));
    System.in.read();
    cluster.close();
    System.out.println("closed");
  }
}
