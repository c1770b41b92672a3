package org.waymark.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.archive.Archives;
import org.waymark.archive.Written;

/** Writes the whole district to a file that {@code ./run import} restores. */
@Component
class ArchiveCommand implements Command {
  private static final int BUFFER = 1 << 18;
  private final Archives archives;

  ArchiveCommand(Archives archives) {
    this.archives = archives;
  }

  @Override
  public String name() {
    return "archive";
  }

  @Override
  public String usage() {
    return "[FILE.zip]";
  }

  @Override
  public Outcome run(List<String> arguments) {
    if (arguments.size() > 1 || arguments.stream().anyMatch(a -> a.startsWith("-")))
      return Outcome.NOT_UNDERSTOOD;
    Path file = Path.of(arguments.isEmpty() ? archives.fileName() : arguments.get(0));
    if (Files.exists(file)) {
      System.err.println(file + " 已存在，请换个文件名 exists; choose another name");
      return Outcome.REFUSED;
    }
    Path half = file.resolveSibling(file.getFileName() + ".part");
    try {
      write(file, half);
      return Outcome.DONE;
    } catch (IOException | UncheckedIOException e) {
      System.err.println("归档未写成 not written: " + e.getMessage());
      return Outcome.REFUSED;
    } finally {
      delete(half);
    }
  }

  /** Under its own name only once it is whole. */
  private void write(Path file, Path half) throws IOException {
    Files.deleteIfExists(half);
    Files.createFile(
        half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    MessageDigest digest = sha256();
    Written written;
    try (OutputStream out =
        new DigestOutputStream(
            new BufferedOutputStream(Files.newOutputStream(half), BUFFER), digest)) {
      written = archives.write(null, out);
    }
    Files.move(half, file);
    System.out.printf("%s，%s%n%n", written.districtName(), written.madeAt());
    System.out.printf("%-32s %12s %16s%n", "part", "rows", "bytes");
    for (Written.Count count : written.counts())
      System.out.printf("%-32s %,12d %,16d%n", count.part(), count.rows(), count.bytes());
    System.out.printf(
        "%n%s  %,d bytes%nSHA-256 %s%n",
        file, Files.size(file), HexFormat.of().formatHex(digest.digest()));
  }

  private static void delete(Path half) {
    try {
      Files.deleteIfExists(half);
    } catch (IOException e) {
      System.err.println("cannot delete " + half + ": " + e.getMessage());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
