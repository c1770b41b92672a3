package org.waymark.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * @param live shows unapproved verified figures of the moment
 * @param seenAt last sign of life
 * @param showing scene at that time
 * @param fault last scene that could not be drawn
 */
record Screen(
    UUID id,
    String name,
    String place,
    List<Scene> playlist,
    boolean live,
    Instant approvedAt,
    Instant revokedAt,
    Instant seenAt,
    String showing,
    String snapshot,
    String fault,
    Instant faultAt) {}
