package org.waymark.intake;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** What kind of file it is, by content. */
enum Format {
  SHAPEFILE("shp", "ESRI Shapefile"),
  GEOPACKAGE("gpkg", "GPKG"),
  GEOJSON("geojson", "GeoJSON"),
  GEOJSON_LINES("geojsonl", "GeoJSONSeq"),
  /** Its locations are laid out as lines before anything reads them. */
  OC4IDS("oc4ids", "GeoJSONSeq"),
  KML("kml", "LIBKML"),
  DXF("dxf", "DXF"),
  CSV("csv", "CSV"),
  XLSX("xlsx", "XLSX");

  private final String extension;
  private final String driver;

  Format(String extension, String driver) {
    this.extension = extension;
    this.driver = driver;
  }

  /** As in i18n keys ({@code intake.format.shp}) and in the names of our own copies. */
  @JsonValue
  String extension() {
    return extension;
  }

  /** GDAL's name of it. */
  String driver() {
    return driver;
  }

  /** A table: places are in its columns. */
  boolean isTable() {
    return List.of(CSV, XLSX).contains(this);
  }
}
