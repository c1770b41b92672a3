package org.waymark.intake;

import java.io.StringWriter;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.waymark.geojson.GeoJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A footprint as a location of OC4IDS: its code is the id, its name the description; what the
 * standard has no word for is under {@link #OWN}.
 */
final class Oc4idsLocation {
  static final String OWN = "x_waymark";
  private static final int DECIMALS = 9;

  private Oc4idsLocation() {}

  static String write(JsonMapper json, Map<String, Object> columns, Geometry shape) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = json.createGenerator(text)) {
      out.writeStartObject();
      out.writeStringProperty("id", String.valueOf(columns.get("code")));
      out.writeStringProperty("description", String.valueOf(columns.get("name")));
      out.writeName("geometry");
      GeoJson.write(out, shape, DECIMALS);
      out.writeObjectPropertyStart(OWN);
      columns.forEach(
          (name, value) -> {
            if (value != null && !name.equals("code") && !name.equals("name"))
              out.writePOJOProperty(name, value);
          });
      out.writeEndObject();
      out.writeEndObject();
    }
    return text.toString();
  }
}
