package org.waymark.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What GDAL is asked for: what is in a file, its features, a file of another format. */
@Component
class Gdal {
  private final IntakeSettings limits;
  private final GdalRun gdal;

  Gdal(IntakeSettings limits, GdalRun gdal) {
    this.limits = limits;
    this.gdal = gdal;
  }

  /** What {@code ogrinfo} tells of the layers, line by line. */
  List<String> describe(Source source) {
    List<String> lines = new ArrayList<>();
    List<String> arguments = new ArrayList<>(List.of("-ro", "-so", "-al", "-wkt_format", "WKT2"));
    arguments.addAll(openOptions(source, source.encoding()));
    arguments.add(source.path().toString());
    gdal.run("ogrinfo", source, arguments, lines::add);
    return lines;
  }

  /**
   * The features of a layer as GeoJSON, one a line.
   *
   * @param crs see {@link ReferenceSystems}
   */
  void read(Source source, String layer, String encoding, String crs, Consumer<String> each) {
    List<String> arguments =
        new ArrayList<>(
            List.of("-f", "GeoJSONSeq", "-lco", "COORDINATE_PRECISION=9", "-dim", "XY"));
    arguments.addAll(List.of("-nlt", "CONVERT_TO_LINEAR"));
    arguments.addAll(ReferenceSystems.arguments(crs));
    arguments.addAll(openOptions(source, encoding));
    arguments.addAll(List.of("/vsistdout/", source.path().toString(), layer));
    gdal.run("ogr2ogr", source, arguments, each);
  }

  /**
   * A sheet of a workbook as CSV; GDAL's reader of CSV finds places in columns, the other does not.
   *
   * @return the reference system that the sheet names, EPSG:…; null where it names none
   */
  String writeCsv(Source source, String layer, Path to) {
    long[] written = new long[1];
    try (BufferedWriter out = Files.newBufferedWriter(to)) {
      SheetLines lines =
          new SheetLines(
              line -> {
                try {
                  out.append(line).append('\n');
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      gdal.run(
          "ogr2ogr",
          source,
          List.of("-f", "CSV", "/vsistdout/", source.path().toString(), layer),
          line -> {
            written[0] += line.length();
            if (written[0] > limits.unpacked().toBytes() / 4)
              throw Refused.because(
                  source.name(), "unpacked", Map.of("most", limits.unpacked().toMegabytes() / 4));
            lines.take(line);
          });
      return lines.crs();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines of GeoJSON in degrees become a file of a format. */
  void convert(Path lines, Format format, Path to, List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("-f", format.driver()));
    all.addAll(arguments);
    all.addAll(List.of(to.toString(), lines.toString()));
    gdal.run(
        "ogr2ogr", new Source(format, lines, to.getFileName().toString(), null), all, line -> {});
  }

  private static List<String> openOptions(Source source, String encoding) {
    return switch (source.format()) {
      case SHAPEFILE -> encoding == null ? List.of() : List.of("-oo", "ENCODING=" + encoding);
      case CSV ->
          List.of(
              "-oo", "GEOM_POSSIBLE_NAMES=WKT,wkt,geometry,几何",
              "-oo", "X_POSSIBLE_NAMES=lon,lng,longitude,x,经度,东经",
              "-oo", "Y_POSSIBLE_NAMES=lat,latitude,y,纬度,北纬",
              "-oo", "KEEP_GEOM_COLUMNS=NO",
              "-oo", "EMPTY_STRING_AS_NULL=YES");
      default -> List.of();
    };
  }
}
