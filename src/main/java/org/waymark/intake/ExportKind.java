package org.waymark.intake;

import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** As what footprints go out. */
enum ExportKind {
  GPKG(Format.GEOPACKAGE, "application/geopackage+sqlite3"),
  SHP(Format.SHAPEFILE, "application/zip"),
  GEOJSON(Format.GEOJSON, "application/geo+json"),
  KML(Format.KML, "application/vnd.google-earth.kml+xml");

  final Format format;
  final MediaType mediaType;

  ExportKind(Format format, String mediaType) {
    this.format = format;
    this.mediaType = MediaType.parseMediaType(mediaType);
  }

  /** GeoJSON and KML are in degrees by their own definition. */
  boolean takes(String crs) {
    return List.of("EPSG:4490", "EPSG:4326").contains(crs)
        || (crs.equals("EPSG:4545") && this != GEOJSON && this != KML);
  }

  /**
   * @param extension as in the address; a Shapefile is asked for as zip
   * @throws Problem NOT_FOUND
   */
  static ExportKind of(String extension) {
    for (ExportKind kind : values()) if (kind.extension().equals(extension)) return kind;
    throw new Problem(ProblemType.NOT_FOUND, Map.of("what", "footprints." + extension));
  }

  String extension() {
    return this == SHP ? "zip" : format.extension();
  }
}
