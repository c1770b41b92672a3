package org.waymark.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files as others make them, by GDAL. */
final class IntakeFiles {
  private final Path folder;
  private int made;

  IntakeFiles(Path folder) {
    this.folder = folder;
  }

  Path text(String name, String content) {
    return bytes(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Path bytes(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Converted by ogr2ogr; a shapefile comes as a zip. */
  Path converted(Path from, String driver, String extension, String... options) {
    String stem = "made" + ++made;
    Path to = folder.resolve(stem + "." + extension);
    List<String> command = new ArrayList<>(List.of("-f", driver));
    command.addAll(List.of(options));
    command.addAll(List.of(to.toString(), from.toString()));
    ogr2ogr(command);
    try {
      return extension.equals("shp") ? zipOfShape(stem) : to;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One more layer into a file. */
  void added(Path from, Path into, String layer, String... options) {
    List<String> command = new ArrayList<>(List.of("-update", "-nln", layer));
    command.addAll(List.of(options));
    command.addAll(List.of(into.toString(), from.toString()));
    ogr2ogr(command);
  }

  private void ogr2ogr(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of("ogr2ogr"));
    command.addAll(arguments);
    try {
      Process process =
          new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile()).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) throw new IllegalStateException(said);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same zip, one of its files without its last ten bytes. */
  Path cut(Path zip, String name, String ending) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] part = in.readAllBytes();
        boolean cut = entry.getName().endsWith(ending);
        parts.put(entry.getName(), cut ? Arrays.copyOf(part, part.length - 10) : part);
      }
    }
    return zip(name, parts);
  }

  /** The same GeoPackage with one more statement carried out in it. */
  Path declared(Path geoPackage, String name, String sql) throws IOException {
    Path to = folder.resolve(name);
    Files.copy(geoPackage, to);
    Process process =
        new ProcessBuilder("ogrinfo", to.toString(), "-sql", sql)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor() != 0) throw new IOException(sql);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return to;
  }

  private Path zipOfShape(String stem) throws IOException {
    Path zip = folder.resolve(stem + ".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (String part : List.of("shp", "shx", "dbf", "prj", "cpg")) {
        Path file = folder.resolve(stem + "." + part);
        if (!Files.exists(file)) continue;
        out.putNextEntry(new ZipEntry("数据/道路." + part));
        Files.copy(file, out);
      }
    }
    return zip;
  }

  Path zip(String name, Map<String, byte[]> entries) {
    Path zip = folder.resolve(name);
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return zip;
  }
}
