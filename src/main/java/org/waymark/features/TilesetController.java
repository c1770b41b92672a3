package org.waymark.features;

import static org.waymark.features.Definition.of;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;
import org.waymark.features.FeatureType.Subject;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.tiles.Tile;
import org.waymark.tiles.TileAnswer;
import org.waymark.tiles.Tiles;
import tools.jackson.databind.json.JsonMapper;

/** OGC API – Tiles: the vector tiles of the map under the addresses of the standard. */
@RestController
class TilesetController {
  static final String GRID = "WebMercatorQuad";
  private static final String GRID_URI = "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + GRID;
  private final Tiles tiles;
  private final Documents documents;
  private final Plans plans;
  private final Callers callers;
  private final JsonMapper mapper;

  TilesetController(
      Tiles tiles, Documents documents, Plans plans, Callers callers, JsonMapper mapper) {
    this.tiles = tiles;
    this.documents = documents;
    this.plans = plans;
    this.callers = callers;
    this.mapper = mapper;
  }

  /** Progress has no tiles: its ground is the townships'. */
  static boolean tiled(FeatureType type) {
    return type.subject() != Subject.PROGRESS;
  }

  @GetMapping("/ogc/collections/{collectionId}/tiles")
  void tilesets(
      @PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    FeatureType type = type(collectionId);
    Links links = links(request, List.of("f"));
    answer(
        response,
        type,
        of(
            "links", List.of(links.here("self", Links.JSON, "json", "JSON").json()),
            "tilesets", List.of(tileset(links, type))));
  }

  @GetMapping("/ogc/collections/{collectionId}/tiles/" + GRID)
  void tileset(
      @PathVariable String collectionId, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    FeatureType type = type(collectionId);
    answer(response, type, tileset(links(request, List.of("f")), type));
  }

  @GetMapping("/ogc/collections/{collectionId}/tiles/" + GRID + "/{zoom}/{row}/{column}")
  void tile(
      @PathVariable String collectionId,
      @PathVariable int zoom,
      @PathVariable int row,
      @PathVariable int column,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    FeatureType type = type(collectionId);
    Parameters given = new Parameters(request);
    given.allow(List.of("f"));
    if (!given.find("f").orElse("mvt").equals("mvt"))
      throw ItemParameters.wrong("f", given.get("f"), "mvt");
    String layer = type.subject().code();
    Tile tile =
        type.open()
            ? tiles.getPublic(plans.currentKey(), layer, zoom, column, row)
            : tiles.get(callers.get(), plans.currentKey(), layer, zoom, column, row, null);
    TileAnswer.write(tile, type.open(), request, response);
  }

  private Map<String, Object> tileset(Links links, FeatureType type) {
    String here = "/collections/" + type.id() + "/tiles/" + GRID;
    Map<String, Object> tile =
        links.to(here + "/{tileMatrix}/{tileRow}/{tileCol}", "item", Tile.TYPE, "MVT").json();
    tile.put("templated", true);
    List<Object> all = new ArrayList<>();
    all.add(links.to(here, "self", Links.JSON, "JSON").json());
    all.add(
        new Links.Link(
                GRID_URI, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme", Links.JSON, GRID)
            .json());
    all.add(tile);
    return of(
        "title",
        documents.title(type),
        "dataType",
        "vector",
        "crs",
        Crs.EPSG_3857.uri(),
        "tileMatrixSetURI",
        GRID_URI,
        "links",
        all);
  }

  private void answer(HttpServletResponse response, FeatureType type, Map<String, Object> document)
      throws IOException {
    response.setHeader(HttpHeaders.VARY, "Accept-Language");
    response.setContentType(Links.JSON);
    response.setHeader(HttpHeaders.CACHE_CONTROL, type.open() ? "no-cache" : "private, no-cache");
    response.getOutputStream().write(mapper.writeValueAsBytes(document));
  }

  private static Links links(HttpServletRequest request, List<String> known) {
    Parameters given = new Parameters(request);
    given.allow(known);
    if (!given.find("f").orElse("json").equals("json"))
      throw ItemParameters.wrong("f", given.get("f"), "json");
    return new Links(request, given);
  }

  private FeatureType type(String id) {
    FeatureType type =
        FeatureTypes.find(id)
            .filter(TilesetController::tiled)
            .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, Map.of("what", id + "/tiles")));
    if (!type.open()) callers.get();
    return type;
  }
}
