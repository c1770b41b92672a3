package org.waymark.access;

import java.time.Instant;
import java.util.Map;

/**
 * One row of the audit log.
 *
 * @param userName as typed where a sign-in failed; null for the system itself
 */
record AuditEvent(
    long id,
    Instant happenedAt,
    Long accountId,
    String userName,
    String action,
    String subject,
    Map<String, Object> detail) {}
