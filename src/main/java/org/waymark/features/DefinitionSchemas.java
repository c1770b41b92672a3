package org.waymark.features;

import static org.waymark.features.Definition.of;

import java.util.List;
import java.util.Map;

/** What the answers look like, as OpenAPI 3.0 schemas. */
final class DefinitionSchemas {
  private static final Map<String, Object> TEXT = of("type", "string");

  private DefinitionSchemas() {}

  static Map<String, Object> all() {
    return of(
        "any", of("type", "object"),
        "link",
            object(
                List.of("href", "rel"), of("href", TEXT, "rel", TEXT, "type", TEXT, "title", TEXT)),
        "landingPage",
            object(List.of("links"), of("title", TEXT, "description", TEXT, "links", many("link"))),
        "conformance",
            object(List.of("conformsTo"), of("conformsTo", of("type", "array", "items", TEXT))),
        "collection", collection(),
        "collections",
            object(
                List.of("links", "collections"),
                of("links", many("link"), "collections", many("collection"))),
        "geometry",
            object(
                List.of("type"),
                of("type", TEXT, "coordinates", of("type", "array", "items", of()))),
        "feature", feature(),
        "featureCollection", features(),
        "problem",
            object(
                List.of("type", "status"),
                of(
                    "type", TEXT,
                    "title", TEXT,
                    "status", of("type", "integer"),
                    "detail", TEXT,
                    "id", TEXT)));
  }

  private static Map<String, Object> collection() {
    return object(
        List.of("id", "links"),
        of(
            "id", TEXT,
            "title", TEXT,
            "description", TEXT,
            "extent", of("type", "object"),
            "itemType", TEXT,
            "crs", of("type", "array", "items", TEXT),
            "storageCrs", TEXT,
            "links", many("link")));
  }

  private static Map<String, Object> feature() {
    return object(
        List.of("type", "geometry", "properties"),
        of(
            "type", of("type", "string", "enum", List.of("Feature")),
            "id", TEXT,
            "geometry", one("geometry"),
            "properties", of("type", "object", "nullable", true),
            "links", many("link")));
  }

  private static Map<String, Object> features() {
    return object(
        List.of("type", "features"),
        of(
            "type", of("type", "string", "enum", List.of("FeatureCollection")),
            "features", many("feature"),
            "links", many("link"),
            "timeStamp", of("type", "string", "format", "date-time"),
            "numberMatched", of("type", "integer", "minimum", 0),
            "numberReturned", of("type", "integer", "minimum", 0)));
  }

  private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
    return of("type", "object", "required", required, "properties", properties);
  }

  private static Map<String, Object> one(String schema) {
    return of("$ref", "#/components/schemas/" + schema);
  }

  private static Map<String, Object> many(String schema) {
    return of("type", "array", "items", one(schema));
  }
}
