package org.waymark.completion;

import java.util.UUID;

/**
 * A review changed where a report stands (accepted, returned, revoked, conflict decided), in this
 * transaction.
 */
public record ReportReviewed(UUID reportId, UUID reviewId, Subject subject) {}
