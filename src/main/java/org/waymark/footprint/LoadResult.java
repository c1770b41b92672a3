package org.waymark.footprint;

/** How many features of a file were new, changed (now a new version) and as before. */
public record LoadResult(int added, int changed, int unchanged) {}
