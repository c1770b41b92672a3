package org.waymark.intake;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** As what files data go out. */
enum ExportKind {
  GPKG("gpkg", "application/geopackage+sqlite3"),
  SHP("zip", "application/zip"),
  GEOJSON("geojson", "application/geo+json"),
  KML("kml", "application/vnd.google-earth.kml+xml"),
  XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  OC4IDS("oc4ids.json", "application/json");

  private static final List<String> DEGREES = List.of("EPSG:4490", "EPSG:4326");
  private final String extension;
  private final MediaType mediaType;

  ExportKind(String extension, String mediaType) {
    this.extension = extension;
    this.mediaType = MediaType.parseMediaType(mediaType);
  }

  /** GeoJSON, KML and OC4IDS are in degrees by their own definition. */
  boolean takes(String crs) {
    return DEGREES.contains(crs) || crs.equals("EPSG:4545") && !inDegrees();
  }

  private boolean inDegrees() {
    return this == GEOJSON || this == KML || this == OC4IDS;
  }

  /**
   * @param extension as in the address; a Shapefile is asked for as zip
   * @throws Problem NOT_FOUND
   */
  static ExportKind of(String extension) {
    for (ExportKind kind : values()) if (kind.extension.equals(extension)) return kind;
    throw new Problem(ProblemType.NOT_FOUND, Map.of("what", "data." + extension));
  }

  /** GeoJSON knows one layer a file: several come as a zip of files. */
  boolean zips(Set<ExportLayer> layers) {
    return this == SHP || this == GEOJSON && layers.size() > 1;
  }

  String extension(Set<ExportLayer> layers) {
    return this == GEOJSON && zips(layers) ? "geojson.zip" : extension;
  }

  MediaType mediaType(Set<ExportLayer> layers) {
    return zips(layers) ? SHP.mediaType : mediaType;
  }
}
