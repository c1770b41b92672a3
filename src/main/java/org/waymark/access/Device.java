package org.waymark.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A phone that signs in with a token of its own.
 *
 * @param lastSeenAt exact to some minutes; null before its first request
 * @param revokedAt null while it may sign in
 */
record Device(
    UUID id,
    long accountId,
    String name,
    Instant issuedAt,
    Instant expiresAt,
    Instant lastSeenAt,
    Instant revokedAt) {}
