package org.waymark.township;

import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;

/**
 * @param geom EPSG:4490, lon/lat. @param seat may be null
 */
public record Township(
    String code,
    String name,
    String shortName,
    String kind,
    Point seat,
    MultiPolygon geom,
    boolean schematic) {}
