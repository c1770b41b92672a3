package org.waymark.evidence;

/** All bytes of a photo are stored and match their hash. */
public record PhotoArrived(String sha256) {}
