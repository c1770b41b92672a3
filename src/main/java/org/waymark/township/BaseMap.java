package org.waymark.township;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.DistrictClock;
import org.waymark.geojson.GeoJson;
import org.waymark.township.TownshipQueries.BaseFeature;
import org.waymark.township.TownshipQueries.Layer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The base map that always works, as JSON: outline, rivers and townships with their names. */
@Component
public class BaseMap {
  private final TownshipQueries queries;
  private final DistrictClock clock;
  private final JsonMapper mapper;
  private final String districtCode;

  BaseMap(
      TownshipQueries queries,
      DistrictClock clock,
      JsonMapper mapper,
      @Value("${waymark.district}") String districtCode) {
    this.queries = queries;
    this.clock = clock;
    this.mapper = mapper;
    this.districtCode = districtCode;
  }

  /**
   * UTF-8. {@code district} is null and the collections are empty before the first load; the same
   * ground gives the same bytes.
   */
  @Transactional(readOnly = true)
  public byte[] json() {
    Layer layer = queries.findLayerAsOf(districtCode, clock.now()).orElse(null);
    List<Township> townships =
        layer == null ? List.of() : queries.list(districtCode, layer.version());
    BaseFeature outline = queries.findOutline(districtCode).orElse(null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = mapper.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeName("district");
      if (outline == null) json.writeNull();
      else district(json, outline);
      collection(json, "rivers", queries.listRivers(districtCode), river -> river(json, river));
      collection(json, "townships", townships, township -> township(json, township));
      json.writeBooleanProperty("schematic", outline != null && outline.schematic());
      json.writeStringProperty("source", layer == null ? null : layer.source());
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static <T> void collection(
      JsonGenerator json, String name, List<T> features, Consumer<T> write) {
    json.writeName(name);
    json.writeStartObject();
    json.writeStringProperty("type", "FeatureCollection");
    json.writeName("features");
    json.writeStartArray();
    features.forEach(write);
    json.writeEndArray();
    json.writeEndObject();
  }

  private void district(JsonGenerator json, BaseFeature outline) {
    start(json);
    json.writeStringProperty("code", districtCode);
    json.writeStringProperty("name", outline.name());
    json.writeBooleanProperty("schematic", outline.schematic());
    end(json, outline.geom());
  }

  private static void river(JsonGenerator json, BaseFeature river) {
    start(json);
    json.writeStringProperty("name", river.name());
    end(json, river.geom());
  }

  private static void township(JsonGenerator json, Township township) {
    start(json);
    json.writeStringProperty("code", township.code());
    json.writeStringProperty("name", township.name());
    json.writeStringProperty("shortName", township.shortName());
    json.writeStringProperty("kind", township.kind());
    if (township.seat() != null) {
      json.writeName("seat");
      json.writeStartArray();
      json.writeNumber(township.seat().getX());
      json.writeNumber(township.seat().getY());
      json.writeEndArray();
    }
    end(json, township.geom());
  }

  private static void start(JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeName("properties");
    json.writeStartObject();
  }

  private static void end(JsonGenerator json, Geometry geometry) {
    json.writeEndObject();
    json.writeName("geometry");
    GeoJson.write(json, geometry);
    json.writeEndObject();
  }
}
