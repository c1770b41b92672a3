package org.waymark.completion;

import java.util.UUID;

/** A report was stored, in this transaction. */
public record ReportReceived(UUID reportId, Subject subject) {}
