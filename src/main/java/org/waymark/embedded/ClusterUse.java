package org.waymark.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Who uses a cluster, by file locks, which the system drops even when a process is killed. Every
 * user holds {@code use.lock} shared; starting and stopping happen under {@code start.lock}. The
 * last user to leave stops the cluster, whoever started it: so a server that survived a killed
 * Waymark is stopped by the next one, and never under the feet of another.
 */
final class ClusterUse {
  private final Path home;
  private final FileChannel channel;

  /** Null where this very process uses the cluster already. */
  private final FileLock shared;

  private ClusterUse(Path home, FileChannel channel, FileLock shared) {
    this.home = home;
    this.channel = channel;
    this.shared = shared;
  }

  /** Runs {@code start} with nobody else starting or stopping, and stays a user of the cluster. */
  static ClusterUse begin(Path home, Runnable start) {
    return exclusively(
        home,
        () -> {
          FileChannel channel = open(home.resolve("use.lock"));
          ClusterUse use = new ClusterUse(home, channel, lockShared(channel));
          try {
            start.run();
            return use;
          } catch (RuntimeException e) {
            use.leave();
            throw e;
          }
        });
  }

  /** Leaves, running {@code stop} where nobody else uses the cluster. */
  void end(Runnable stop) {
    if (shared == null || !channel.isOpen()) return;
    exclusively(
        home,
        () -> {
          shared.release();
          FileLock alone = channel.tryLock();
          if (alone != null) stop.run();
          channel.close();
          return null;
        });
  }

  /** A channel without the lock stays open: closing it would drop this process's own lock. */
  private void leave() {
    try {
      if (shared != null) channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Work<T> {
    T run() throws IOException;
  }

  private static synchronized <T> T exclusively(Path home, Work<T> work) {
    try (FileChannel channel = open(home.resolve("start.lock"));
        FileLock lock = channel.lock()) {
      return work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FileLock lockShared(FileChannel channel) throws IOException {
    try {
      return channel.lock(0, Long.MAX_VALUE, true);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }
}
