package org.waymark.meeting;

import java.util.UUID;

/**
 * @param kind {@code done} or {@code reopened}
 * @param text what became of it, or why it is open again; null = nothing said
 */
record NewChange(UUID task, String kind, String text) {}
