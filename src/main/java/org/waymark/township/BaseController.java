package org.waymark.township;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.calendar.DistrictClock;
import org.waymark.geojson.GeoJson;
import org.waymark.township.TownshipQueries.BaseFeature;
import org.waymark.township.TownshipQueries.Layer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The base map that always works: outline, rivers and townships as GeoJSON. */
@RestController
class BaseController {
  private final TownshipQueries queries;
  private final DistrictClock clock;
  private final JsonMapper mapper;
  private final String districtCode;

  BaseController(
      TownshipQueries queries,
      DistrictClock clock,
      JsonMapper mapper,
      @Value("${waymark.district}") String districtCode) {
    this.queries = queries;
    this.clock = clock;
    this.mapper = mapper;
    this.districtCode = districtCode;
  }

  /** {@code district} is null and the collections are empty before the first load. */
  @GetMapping(path = "/api/base", produces = MediaType.APPLICATION_JSON_VALUE)
  @Transactional(readOnly = true)
  byte[] base() {
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

  private static void end(JsonGenerator json, org.locationtech.jts.geom.Geometry geometry) {
    json.writeEndObject();
    json.writeName("geometry");
    GeoJson.write(json, geometry);
    json.writeEndObject();
  }
}
