package org.waymark.basemap;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which raster maps are configured; none unless there is a key or an address. Templates name {@code
 * {z}}, {@code {x}}, {@code {y}}, and may name {@code {s}} (a mirror, 0–7), {@code {layer}} and
 * {@code {key}}.
 *
 * @param tiandituKey empty = no Tianditu
 * @param tiandituUrl WMTS template of Tianditu's Web Mercator layers
 * @param xyzUrl template of any other XYZ or WMTS source in Web Mercator; empty = none
 */
@ConfigurationProperties("waymark.basemap")
record BasemapSettings(
    String tiandituKey,
    String tiandituUrl,
    String tiandituAttribution,
    String xyzUrl,
    String xyzName,
    String xyzAttribution,
    int maxZoom) {

  BasemapSettings {
    check(tiandituUrl);
    check(xyzUrl);
  }

  /** In the order in which a reader may choose. Label layers lie over a map and are not chosen. */
  List<BasemapLayer> layers() {
    List<BasemapLayer> layers = new ArrayList<>();
    if (!tiandituKey.isBlank()) {
      layers.add(tianditu("vec", "vector", "cva"));
      layers.add(tianditu("img", "imagery", "cia"));
      layers.add(tianditu("ter", "terrain", "cta"));
      for (String labels : List.of("cva", "cia", "cta"))
        layers.add(tianditu(labels, "labels", null));
    }
    if (!xyzUrl.isBlank())
      layers.add(
          new BasemapLayer(
              "xyz", "vector", blankToNull(xyzName), xyzAttribution, maxZoom, null, xyzUrl));
    return layers;
  }

  private BasemapLayer tianditu(String code, String kind, String labels) {
    String template = tiandituUrl.replace("{layer}", code).replace("{key}", tiandituKey);
    return new BasemapLayer(code, kind, null, tiandituAttribution, maxZoom, labels, template);
  }

  private static String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }

  /** The host is fixed here; a request chooses nothing but the tile. */
  private static void check(String template) {
    if (template.isBlank()) return;
    String scheme = URI.create(template.replaceAll("\\{\\w+}", "0")).getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme))
      throw new IllegalArgumentException("base map address '" + template + "' is not http(s)");
  }
}
