package org.waymark.intake;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What the console wants out.
 *
 * @param file whose name ends as what it is to be: gpkg, zip (Shapefile), geojson, kml, xlsx or
 *     oc4ids.json
 * @param layers empty = the ground
 * @param crs null = EPSG:4490
 * @param encoding of a Shapefile's text; null = UTF-8
 * @param projects empty = all; the same for townships
 * @param day null = now
 */
public record ExportOrder(
    Path file,
    List<String> layers,
    String crs,
    String encoding,
    Set<Integer> projects,
    Set<String> townships,
    LocalDate day) {}
