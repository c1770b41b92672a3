package org.waymark.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Where a file lies while its import is open: one folder each, gone with it. */
@Component
class ImportFolders {
  private final Path root;
  private final IntakeSettings limits;

  ImportFolders(IntakeSettings limits, @Value("${waymark.home}") Path home) {
    this.root =
        (limits.folder() == null ? home.resolve("intake") : limits.folder()).toAbsolutePath();
    this.limits = limits;
  }

  /**
   * @param sha256 in hexadecimal digits
   */
  record Received(UUID folder, Path file, long bytes, String sha256) {}

  /**
   * @throws Problem TOO_LARGE, with nothing left behind
   */
  Received receive(InputStream in) {
    UUID id = UUID.randomUUID();
    Path file = path(id).resolve("upload");
    try {
      Files.createDirectories(path(id));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long bytes = 0;
      byte[] buffer = new byte[1 << 16];
      try (OutputStream out = Files.newOutputStream(file)) {
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
          bytes += got;
          if (bytes > limits.file().toBytes()) throw new Problem(ProblemType.TOO_LARGE, Map.of());
          digest.update(buffer, 0, got);
          out.write(buffer, 0, got);
        }
      }
      return new Received(id, file, bytes, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      delete(id);
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } catch (RuntimeException e) {
      delete(id);
      throw e;
    }
  }

  Path path(UUID id) {
    return root.resolve(id.toString());
  }

  void delete(UUID id) {
    delete(path(id));
  }

  /** What a stopped server left, too. */
  void deleteBefore(Instant instant) {
    if (!Files.isDirectory(root)) return;
    try (Stream<Path> folders = Files.list(root)) {
      for (Path folder : folders.toList())
        if (Files.getLastModifiedTime(folder).toInstant().isBefore(instant)) delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) return;
    try (Stream<Path> inside = Files.walk(folder)) {
      List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
