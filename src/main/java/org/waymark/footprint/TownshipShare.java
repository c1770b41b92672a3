package org.waymark.footprint;

import org.waymark.linearref.MeasureRanges;

/**
 * The part of a footprint in one township.
 *
 * @param townshipCode "" is the remainder outside any township
 * @param ranges decimetres; empty for points and polygons
 * @param share of length, area or 1 for a point; all shares of a footprint sum to 1
 */
public record TownshipShare(String townshipCode, MeasureRanges ranges, double share) {}
