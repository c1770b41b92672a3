package org.waymark.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;

/**
 * Lays what a file holds into the folder of its import, under names of ours, told apart by content.
 */
final class Sources {
  private static final List<String> SHAPE_PARTS = List.of("shp", "shx", "dbf", "prj", "cpg");
  private static final List<String> PLAIN =
      List.of("gpkg", "geojson", "json", "geojsonl", "geojsons", "kml", "dxf", "csv", "xlsx");
  private final Path folder;
  private final IntakeSettings limits;
  private final List<Source> found = new ArrayList<>();
  private int copies;

  private Sources(Path folder, IntakeSettings limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /**
   * @param name as it was sent, for people to read
   * @throws org.waymark.problem.Problem UNREADABLE_FILE
   */
  static List<Source> of(Path upload, String name, Path folder, IntakeSettings limits) {
    Sources sources = new Sources(folder, limits);
    if (Contents.isZip(upload)) sources.addArchive(upload, name);
    else sources.addPlain(upload, name);
    if (sources.found.isEmpty()) throw Refused.because("format");
    return sources.found;
  }

  private void addArchive(Path upload, String name) {
    try (Archive archive = Archive.open(upload, limits)) {
      if (archive.has("[Content_Types].xml")) {
        archive.count();
        found.add(new Source(Format.XLSX, copy(upload, Format.XLSX), name, null));
        return;
      }
      Map<String, Map<String, ZipEntry>> shapes = new LinkedHashMap<>();
      for (ZipEntry entry : archive.entries()) {
        String path = entry.getName().replace('\\', '/');
        String extension = extension(path);
        if (path.startsWith("__MACOSX/")) continue;
        if (SHAPE_PARTS.contains(extension))
          shapes
              .computeIfAbsent(stem(path).toLowerCase(Locale.ROOT), s -> new TreeMap<>())
              .put(extension, entry);
        else if (PLAIN.contains(extension)) addEntry(archive, entry, path);
      }
      for (Map<String, ZipEntry> parts : shapes.values())
        if (parts.containsKey("shp")) addShape(archive, parts);
    }
  }

  private void addEntry(Archive archive, ZipEntry entry, String path) {
    Path raw = next("raw");
    archive.unpack(entry, raw);
    if (Contents.isZip(raw) && !extension(path).equals("xlsx"))
      throw Refused.because(path, "nested", Map.of());
    addPlain(raw, path);
  }

  private void addShape(Archive archive, Map<String, ZipEntry> parts) {
    String stem = "layer" + ++copies;
    parts.forEach(
        (extension, entry) -> {
          Path part = folder.resolve(stem + "." + extension);
          archive.unpack(entry, part);
          ShapeParts.requireWhole(part, extension, entry.getName());
        });
    String path = parts.get("shp").getName().replace('\\', '/');
    String encoding =
        Contents.encodingOfShape(folder.resolve(stem + ".cpg"), folder.resolve(stem + ".dbf"));
    // GDAL takes the encoding from us; what people write into .cpg it does not always know
    delete(folder.resolve(stem + ".cpg"));
    found.add(
        new Source(
            Format.SHAPEFILE,
            folder.resolve(stem + ".shp"),
            stem(path.substring(path.lastIndexOf('/') + 1)),
            encoding));
  }

  private void addPlain(Path file, String name) {
    Format format = Contents.formatOf(file, name);
    if (format == Format.SHAPEFILE) throw Refused.because(name, "shapeAlone", Map.of());
    if (format == Format.XLSX)
      try (Archive inner = Archive.open(file, limits)) {
        inner.count();
      }
    String encoding = null;
    Path copy;
    if (format == Format.CSV) {
      encoding = Contents.encodingOfText(file);
      copy = next(format.extension());
      Contents.toUtf8(file, encoding, copy);
    } else if (format == Format.OC4IDS) {
      copy = next(Format.GEOJSON_LINES.extension());
      Oc4idsReading.toLines(file, name, copy);
    } else copy = copy(file, format);
    found.add(new Source(format, copy, name.substring(name.lastIndexOf('/') + 1), encoding));
  }

  private Path copy(Path file, Format format) {
    Path copy = next(format.extension());
    try {
      return Files.createLink(copy, file);
    } catch (IOException | UnsupportedOperationException e) {
      try {
        return Files.copy(file, copy);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private Path next(String extension) {
    return folder.resolve("layer" + ++copies + "." + extension);
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String stem(String path) {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }
}
