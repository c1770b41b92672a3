package org.waymark.township;

/**
 * The files of a district's base map, as bytes of GeoJSON.
 *
 * @param outline one polygon with {@code code} and {@code name}
 * @param townships polygons with {@code code}, {@code name} and {@code kind}; {@code seat_lon} and
 *     {@code seat_lat} where known
 * @param rivers lines with {@code name}
 * @param source where they come from, with date and licence
 */
public record GroundFiles(byte[] outline, byte[] townships, byte[] rivers, String source) {}
