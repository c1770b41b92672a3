package org.waymark.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.tiles.Tile;
import org.waymark.words.Words;

/** The service as OpenAPI 3.0, whole in itself: every reference leads inside. */
@Component
class Definition {
  private final Documents documents;
  private final Words words;

  Definition(Documents documents, Words words) {
    this.documents = documents;
    this.words = words;
  }

  Map<String, Object> make(Links links, boolean internalToo) {
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put("/", document("landing", "landing page", "landingPage"));
    paths.put("/conformance", document("conformance", "conformance classes", "conformance"));
    paths.put("/api", document("api", "this definition", "any"));
    paths.put("/collections", document("collections", "all collections", "collections"));
    for (FeatureType type : FeatureTypes.list(internalToo)) {
      String path = "/collections/" + type.id();
      String id = type.id().replace("-", "_");
      paths.put(path, document("collection_" + id, documents.title(type), "collection"));
      paths.put(path + "/queryables", document("queryables_" + id, documents.title(type), "any"));
      paths.put(path + "/items", items(type, id));
      paths.put(path + "/items/{featureId}", item(type, id));
      if (TilesetController.tiled(type)) tiles(paths, path + "/tiles", id, type);
    }
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("openapi", "3.0.3");
    definition.put(
        "info",
        of(
            "title", documents.title(),
            "description", words.text("ogc.about", Map.of()),
            "version", "1.0.0"));
    definition.put("servers", List.of(of("url", links.to(""))));
    definition.put("paths", paths);
    definition.put(
        "components",
        of(
            "parameters", parameters(),
            "schemas", DefinitionSchemas.all(),
            "responses", responses(),
            "securitySchemes", schemes()));
    return definition;
  }

  private void tiles(Map<String, Object> paths, String path, String id, FeatureType type) {
    String set = path + "/" + TilesetController.GRID;
    paths.put(path, document("tilesets_" + id, documents.title(type), "any"));
    paths.put(set, document("tileset_" + id, documents.title(type), "any"));
    List<Object> parameters = new ArrayList<>();
    for (String name : List.of("tileMatrix", "tileRow", "tileCol"))
      parameters.add(
          of("name", name, "in", "path", "required", true, "schema", of("type", "integer")));
    Map<String, Object> tile = of("schema", of("type", "string", "format", "binary"));
    paths.put(
        set + "/{tileMatrix}/{tileRow}/{tileCol}",
        of(
            "get",
            of(
                "operationId",
                "tile_" + id,
                "summary",
                documents.title(type),
                "parameters",
                parameters,
                "responses",
                of(
                    "200", of("description", "MVT", "content", of(Tile.TYPE, tile)),
                    "default", of("$ref", "#/components/responses/problem")))));
  }

  private static Map<String, Object> document(String id, String summary, String schema) {
    return of(
        "get",
        of(
            "operationId",
            id,
            "summary",
            summary,
            "parameters",
            List.of(parameter("f")),
            "responses",
            answers(Links.JSON, schema)));
  }

  private Map<String, Object> items(FeatureType type, String id) {
    List<Object> parameters = new ArrayList<>();
    for (String name : ItemParameters.OF_A_PAGE) parameters.add(parameter(name));
    for (Property property : type.properties())
      parameters.add(
          of(
              "name",
              property.name(),
              "in",
              "query",
              "required",
              false,
              "schema",
              documents.schema(property),
              "style",
              "form",
              "explode",
              false));
    return of("get", operation(type, "items_" + id, parameters, "featureCollection"));
  }

  private Map<String, Object> item(FeatureType type, String id) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(
        of("name", "featureId", "in", "path", "required", true, "schema", of("type", "string")));
    for (String name : ItemParameters.OF_A_FEATURE) parameters.add(parameter(name));
    return of("get", operation(type, "item_" + id, parameters, "feature"));
  }

  private Map<String, Object> operation(
      FeatureType type, String id, List<Object> parameters, String schema) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id);
    operation.put("summary", documents.title(type));
    operation.put("description", documents.about(type));
    operation.put("parameters", parameters);
    operation.put("responses", answers(Links.GEO_JSON, schema));
    if (!type.open())
      operation.put(
          "security",
          List.of(of("basic", List.of()), of("bearer", List.of()), of("session", List.of())));
    return operation;
  }

  private static Map<String, Object> parameter(String name) {
    return of("$ref", "#/components/parameters/" + name);
  }

  private static Map<String, Object> answers(String type, String schema) {
    return of(
        "200",
            of(
                "description",
                "OK",
                "content",
                of(
                    type,
                    of("schema", of("$ref", "#/components/schemas/" + schema)),
                    Links.HTML,
                    of("schema", of("type", "string")))),
        "default", of("$ref", "#/components/responses/problem"));
  }

  private static Map<String, Object> responses() {
    return of(
        "problem",
        of(
            "description",
            "RFC 9457",
            "content",
            of(
                "application/problem+json",
                of("schema", of("$ref", "#/components/schemas/problem")))));
  }

  private static Map<String, Object> schemes() {
    return of(
        "basic", of("type", "http", "scheme", "basic"),
        "bearer", of("type", "http", "scheme", "bearer"),
        "session", of("type", "apiKey", "in", "cookie", "name", "WAYMARK"));
  }

  private static Map<String, Object> parameters() {
    Map<String, Object> text = of("type", "string");
    Map<String, Object> uri = of("type", "string", "format", "uri", "enum", Documents.crs());
    Map<String, Object> list = of("type", "array", "items", text);
    Map<String, Object> box =
        of(
            "type", "array",
            "oneOf", List.of(of("minItems", 4, "maxItems", 4), of("minItems", 6, "maxItems", 6)),
            "items", of("type", "number"));
    Map<String, Object> limit =
        of(
            "type",
            "integer",
            "minimum",
            1,
            "maximum",
            ItemParameters.MAX_LIMIT,
            "default",
            ItemParameters.LIMIT);
    return of(
        "f", query("f", of("type", "string", "enum", List.of("json", "html"))),
        "limit", query("limit", limit),
        "next", query("next", text),
        "bbox", query("bbox", box),
        "bbox-crs", query("bbox-crs", uri),
        "crs", query("crs", uri),
        "datetime", query("datetime", text),
        "properties", query("properties", list),
        "sortby", query("sortby", list),
        "filter", query("filter", text),
        "filter-lang",
            query(
                "filter-lang",
                of(
                    "type", "string",
                    "enum", List.of("cql2-text", "cql2-json"),
                    "default", "cql2-text")),
        "filter-crs", query("filter-crs", uri));
  }

  private static Map<String, Object> query(String name, Map<String, Object> schema) {
    return of(
        "name",
        name,
        "in",
        "query",
        "required",
        false,
        "schema",
        schema,
        "style",
        "form",
        "explode",
        false);
  }

  /** A JSON object of names and values in turn. */
  static Map<String, Object> of(Object... pairs) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) object.put((String) pairs[i], pairs[i + 1]);
    return object;
  }
}
