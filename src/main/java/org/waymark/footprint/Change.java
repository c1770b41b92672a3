package org.waymark.footprint;

/**
 * What was done to a footprint.
 *
 * @param before the version that was in force; null where there was none
 * @param after the version in force since; null where it was retired
 */
public record Change(String code, Integer before, Integer after) {}
