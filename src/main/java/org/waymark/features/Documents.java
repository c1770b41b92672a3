package org.waymark.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.features.Links.Link;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.words.Words;

/** What the service says of itself, in the reader's language. */
@Component
class Documents {
  static final List<String> CONFORMANCE =
      List.of(
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/html",
          "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
          "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/core",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tileset",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/tilesets-list",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/geodata-tilesets",
          "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/filter",
          "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
          "http://www.opengis.net/spec/cql2/1.0/conf/cql2-text",
          "http://www.opengis.net/spec/cql2/1.0/conf/cql2-json",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
          "http://www.opengis.net/spec/cql2/1.0/conf/advanced-comparison-operators",
          "http://www.opengis.net/spec/cql2/1.0/conf/basic-spatial-functions");

  private final Items items;
  private final Plans plans;
  private final DistrictClock clock;
  private final Words words;
  private final boolean demo;
  private final String mapApproval;
  private final String mapSource;

  Documents(
      Items items,
      Plans plans,
      DistrictClock clock,
      Words words,
      @Value("${waymark.demo}") boolean demo,
      @Value("${waymark.publication.map-approval}") String mapApproval,
      @Value("${waymark.publication.map-source}") String mapSource) {
    this.items = items;
    this.plans = plans;
    this.clock = clock;
    this.words = words;
    this.demo = demo;
    this.mapApproval = mapApproval;
    this.mapSource = mapSource;
  }

  Map<String, Object> landing(Links links) {
    Map<String, Object> landing = new LinkedHashMap<>();
    landing.put("title", title());
    landing.put("description", words.text("ogc.about", Map.of()));
    landing.put("attribution", attribution());
    landing.put(
        "links",
        json(
            links.here("self", Links.JSON, "json", "JSON"),
            links.here("alternate", Links.HTML, "html", "HTML"),
            links.to("/api?f=json", "service-desc", Links.OPENAPI, "OpenAPI 3.0"),
            links.to("/api?f=html", "service-doc", Links.HTML, "API"),
            links.to("/conformance", "conformance", Links.JSON, "Conformance"),
            links.to("/collections", "data", Links.JSON, "Collections")));
    return landing;
  }

  String title() {
    PlanKey key = plans.currentKey();
    return words.text("ogc.title", Map.of("district", plans.districtName(key), "year", key.year()));
  }

  Map<String, Object> conformance() {
    return Map.of("conformsTo", CONFORMANCE);
  }

  Map<String, Object> collections(Links links, boolean internalToo) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put(
        "links",
        json(
            links.here("self", Links.JSON, "json", "JSON"),
            links.here("alternate", Links.HTML, "html", "HTML")));
    document.put("crs", crs());
    List<Map<String, Object>> all = new ArrayList<>();
    for (FeatureType type : FeatureTypes.list(internalToo))
      all.add(
          describe(
              links,
              type,
              json(
                  links.to("/collections/" + type.id(), "self", Links.JSON, "JSON"),
                  itemsOf(links, type),
                  queryablesOf(links, type))));
    document.put("collections", all);
    return document;
  }

  Map<String, Object> collection(Links links, FeatureType type) {
    return describe(
        links,
        type,
        json(
            links.here("self", Links.JSON, "json", "JSON"),
            links.here("alternate", Links.HTML, "html", "HTML"),
            itemsOf(links, type),
            links.to("/collections/" + type.id() + "/items?f=html", "items", Links.HTML, "HTML"),
            queryablesOf(links, type)));
  }

  private Map<String, Object> describe(
      Links anywhere, FeatureType type, List<Map<String, Object>> links) {
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put("id", type.id());
    collection.put("title", title(type));
    collection.put("description", about(type));
    collection.put("attribution", attribution());
    collection.put("extent", extent(type));
    collection.put("itemType", "feature");
    collection.put("crs", crs());
    collection.put("storageCrs", Crs.STORED.uri());
    List<Map<String, Object>> all = new ArrayList<>(links);
    if (TilesetController.tiled(type)) all.add(tilesOf(anywhere, type).json());
    collection.put("links", all);
    return collection;
  }

  /** What must stand beside every public map. */
  private String attribution() {
    if (demo) return words.text("public.demo", Map.of());
    String blank = words.text("public.approval-blank", Map.of());
    return words.text(
            "public.approval", Map.of("number", mapApproval.isBlank() ? blank : mapApproval))
        + " · "
        + words.text("public.source", Map.of("source", mapSource.isBlank() ? blank : mapSource));
  }

  String title(FeatureType type) {
    return words.text("ogc." + type.id(), Map.of());
  }

  String about(FeatureType type) {
    return words.text("ogc." + type.id() + ".about", Map.of());
  }

  private Map<String, Object> extent(FeatureType type) {
    PlanKey key = plans.currentKey();
    Map<String, Object> extent = new LinkedHashMap<>();
    items
        .extent(key, type.open())
        .ifPresent(
            box -> extent.put("spatial", Map.of("bbox", List.of(box), "crs", Crs.CRS84.uri())));
    List<String> time = new ArrayList<>();
    time.add(clock.startOf(java.time.LocalDate.of(key.year(), 1, 1)).toString());
    time.add(null);
    extent.put(
        "temporal",
        Map.of(
            "interval",
            List.of(time),
            "trs",
            "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"));
    return extent;
  }

  Map<String, Object> queryables(Links links, FeatureType type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", links.to("/collections/" + type.id() + "/queryables"));
    schema.put("type", "object");
    schema.put("title", title(type));
    Map<String, Object> properties = new LinkedHashMap<>();
    type.properties().forEach(p -> properties.put(p.name(), schema(p)));
    properties.put(
        FeatureType.GEOMETRY,
        Map.of("title", words.text("ogc.p.geometry", Map.of()), "format", "geometry-any"));
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    return schema;
  }

  Map<String, Object> schema(Property property) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", words.text("ogc.p." + property.name(), Map.of()));
    switch (property.type()) {
      case INTEGER -> schema.put("type", "integer");
      case NUMBER -> schema.put("type", "number");
      case BOOLEAN -> schema.put("type", "boolean");
      default -> schema.put("type", "string");
    }
    if (property.type() == Property.Type.DATE) schema.put("format", "date");
    if (property.type() == Property.Type.INSTANT) schema.put("format", "date-time");
    return schema;
  }

  private static Link itemsOf(Links links, FeatureType type) {
    return links.to(
        "/collections/" + type.id() + "/items?f=json", "items", Links.GEO_JSON, "GeoJSON");
  }

  private static Link tilesOf(Links links, FeatureType type) {
    return links.to(
        "/collections/" + type.id() + "/tiles",
        "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
        Links.JSON,
        "MVT");
  }

  private static Link queryablesOf(Links links, FeatureType type) {
    return links.to(
        "/collections/" + type.id() + "/queryables?f=json",
        "http://www.opengis.net/def/rel/ogc/1.0/queryables",
        Links.SCHEMA,
        "Queryables");
  }

  static List<String> crs() {
    return Arrays.stream(Crs.values()).map(Crs::uri).toList();
  }

  private static List<Map<String, Object>> json(Link... links) {
    return Arrays.stream(links).map(Link::json).toList();
  }
}
