package org.waymark.township;

/** A new layer of townships is in force from now on, in this transaction. */
public record TownshipLayerChanged(String districtCode, int layerVersion) {}
