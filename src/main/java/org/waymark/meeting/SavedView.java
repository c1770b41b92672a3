package org.waymark.meeting;

import java.time.Instant;
import java.util.UUID;

/**
 * A look at the map that a meeting comes back to.
 *
 * @param query as the planner's page keeps it in its address, without the question mark
 */
record SavedView(UUID id, String name, String query, String author, Instant savedAt) {}
