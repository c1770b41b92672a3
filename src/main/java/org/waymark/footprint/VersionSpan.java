package org.waymark.footprint;

import java.time.Instant;

/**
 * When a version was in force, without its geometry.
 *
 * @param knownTo null for the current version
 */
public record VersionSpan(String code, int version, Instant knownFrom, Instant knownTo) {}
