package org.waymark.basemap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.basemap.BasemapSource.Tile;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** The configured raster maps, for the signed-in; the key stays here. */
@RestController
@EnableConfigurationProperties(BasemapSettings.class)
class BasemapController {
  private final List<BasemapLayer> layers;
  private final BasemapTiles tiles;

  BasemapController(BasemapSettings settings, BasemapSource source) {
    this.layers = settings.layers();
    this.tiles = new BasemapTiles(source::fetch);
  }

  record Layers(List<BasemapLayer> layers) {}

  /** Empty where none is configured: the page has a map of its own. */
  @GetMapping("/api/basemap")
  Layers list() {
    return new Layers(layers.stream().filter(BasemapLayer::chosen).toList());
  }

  /**
   * @param z Web Mercator zoom; x and y count from the north-west
   */
  @GetMapping("/basemap/{code}/{z}/{x}/{y}")
  ResponseEntity<byte[]> tile(
      @PathVariable String code, @PathVariable int z, @PathVariable int x, @PathVariable int y) {
    BasemapLayer layer =
        layers.stream()
            .filter(l -> l.code().equals(code))
            .filter(l -> z >= 0 && z <= l.maxZoom())
            .filter(l -> x >= 0 && y >= 0 && x < 1 << z && y < 1 << z)
            .findFirst()
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemType.NOT_FOUND,
                        Map.of("what", "/basemap/%s/%d/%d/%d".formatted(code, z, x, y))));
    Tile tile = tiles.get(layer.address(z, x, y));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
        .contentType(MediaType.valueOf(tile.mediaType()))
        .body(tile.bytes());
  }
}
