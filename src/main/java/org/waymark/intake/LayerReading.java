package org.waymark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.intake.Found.Field;
import org.waymark.intake.Found.Layer;

/** Reads what {@code ogrinfo -so -al -wkt_format WKT2} prints. */
final class LayerReading {
  private static final Pattern FIELD =
      Pattern.compile(
          "^(.+): (String|Integer|Integer64|Real|Date|Time|DateTime|Binary|StringList|IntegerList|RealList)\\b.*$");
  private final Source source;
  private final List<Layer> layers = new ArrayList<>();
  private String name;
  private String geometry = "";
  private long count = -1;
  private StringBuilder wkt;
  private List<Field> fields = new ArrayList<>();

  private LayerReading(Source source) {
    this.source = source;
  }

  static List<Layer> of(Source source, List<String> lines) {
    LayerReading reading = new LayerReading(source);
    lines.forEach(reading::take);
    reading.close();
    return reading.layers;
  }

  private void take(String line) {
    if (line.startsWith("Layer name: ")) {
      close();
      name = line.substring("Layer name: ".length());
      return;
    }
    if (name == null) return;
    if (line.startsWith("Geometry: ")) geometry = line.substring("Geometry: ".length());
    else if (line.matches("Feature Count: -?\\d+"))
      count = Long.parseLong(line.replaceAll(".*: ", ""));
    else if (line.startsWith("Layer SRS WKT:")) wkt = new StringBuilder();
    else if (wkt != null && line.matches("[A-Z]+\\[.*|\\s+.*|\\(unknown\\)"))
      wkt.append(line).append('\n');
    else {
      Matcher field = FIELD.matcher(line);
      if (field.matches() && count >= -1) fields.add(new Field(field.group(1), field.group(2)));
    }
  }

  /** Where GDAL names a layer by its file it is our name, which says nothing to anybody. */
  private boolean isOurs() {
    return source.path().getFileName().toString().startsWith(name + ".");
  }

  private void close() {
    if (name != null)
      layers.add(
          new Layer(
              source.format(),
              source.path().getFileName().toString(),
              source.name(),
              source.encoding(),
              isOurs() ? source.name() : name,
              name,
              geometry,
              count,
              List.copyOf(fields),
              wkt == null ? null : ReferenceSystems.told(wkt.toString().strip())));
    name = null;
    geometry = "";
    count = -1;
    wkt = null;
    fields = new ArrayList<>();
  }
}
