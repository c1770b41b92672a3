package org.waymark.tiles;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;

/** Vector tiles within the caller's scope, and for everybody what was published. */
@RestController
class TileController {
  private final Tiles tiles;
  private final TileQueries queries;
  private final Plans plans;
  private final Callers callers;

  TileController(Tiles tiles, TileQueries queries, Plans plans, Callers callers) {
    this.tiles = tiles;
    this.queries = queries;
    this.plans = plans;
    this.callers = callers;
  }

  @Operation(
      summary = "A vector tile (MVT 2.1) of townships, footprints or completed",
      description =
          "Web Mercator, z 0 to 16. Below zoom 9 figures by township. Strong ETags: ask again with"
              + " If-None-Match. asOf=2026-06-30 for what was known at the end of a day.")
  @GetMapping("/tiles/{layer}/{z}/{x}/{y}.mvt")
  void tile(
      @PathVariable String layer,
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y,
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer plan,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Tile tile = tiles.get(callers.get(), plans.keyOf(plan), layer, z, x, y, asOf);
    TileAnswer.write(tile, false, request, response);
  }

  @Operation(summary = "As the other, of what the public may see")
  @GetMapping("/tiles/public/{layer}/{z}/{x}/{y}.mvt")
  void publicTile(
      @PathVariable String layer,
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y,
      @RequestParam(required = false) Integer plan,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Tile tile = tiles.getPublic(plans.keyOf(plan), layer, z, x, y);
    TileAnswer.write(tile, true, request, response);
  }

  @Operation(summary = "TileJSON 3.0 of a layer")
  @GetMapping("/tiles/{layer}.json")
  ResponseEntity<TileJson> describe(
      @PathVariable String layer,
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer plan) {
    TileLayer named = Tiles.layer(layer);
    Caller caller = callers.get();
    PlanKey key = plans.keyOf(plan);
    Instant at = plans.instantOf(asOf);
    Map<Integer, Integer> counts =
        named == TileLayer.TOWNSHIPS
            ? null
            : plans
                .findAsOf(key, at)
                .map(p -> TileBuilder.sight(p, TileAudience.of(caller, named), at))
                .map(queries::countByProject)
                .orElse(Map.of());
    return answer(named, false, key, counts, CacheControl.noCache().cachePrivate());
  }

  @Operation(summary = "TileJSON 3.0 of a public layer")
  @GetMapping("/tiles/public/{layer}.json")
  ResponseEntity<TileJson> describePublic(
      @PathVariable String layer, @RequestParam(required = false) Integer plan) {
    TileLayer named = Tiles.layer(layer);
    return answer(named, true, plans.keyOf(plan), null, CacheControl.noCache().cachePublic());
  }

  /** The parameters of the request are those of the tiles. */
  private ResponseEntity<TileJson> answer(
      TileLayer layer,
      boolean open,
      PlanKey key,
      Map<Integer, Integer> counts,
      CacheControl keeping) {
    String path = "/tiles/" + (open ? "public/" : "") + layer.code() + "/{z}/{x}/{y}.mvt";
    String root = ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    String query = ServletUriComponentsBuilder.fromCurrentRequest().build().getQuery();
    String address = root + path + (query == null ? "" : "?" + query);
    List<Double> bounds = queries.findBounds(key.districtCode(), open).orElse(null);
    return ResponseEntity.ok()
        .cacheControl(keeping)
        .body(TileJson.of(layer, open, address, bounds, counts));
  }
}
