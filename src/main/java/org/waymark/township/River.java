package org.waymark.township;

import org.locationtech.jts.geom.Geometry;

/**
 * A water of the base map.
 *
 * @param geom lines, lon/lat of CGCS2000
 */
public record River(String name, Geometry geom) {}
