package org.waymark.completion;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;

/** A verdict as it was given; inserted once, never changed. */
@Entity
@Table(name = "review")
class StoredReview {
  static final String ACCEPT = "accept";
  static final String RETURN = "return";
  static final String REVOKE = "revoke";

  @EmbeddedId ReviewId id;

  @Generated(event = EventType.INSERT)
  @Column(insertable = false, updatable = false)
  Long reviewNo;

  UUID reportId;
  int level;
  String verdict;
  String reason;
  long reviewerId;
  Instant reviewedAt;

  boolean recheck;

  protected StoredReview() {}

  StoredReview(ReviewId id, UUID reportId, int level, String verdict, String reason) {
    this.id = id;
    this.reportId = reportId;
    this.level = level;
    this.verdict = verdict;
    this.reason = reason;
  }

  boolean says(int level, String verdict, String reason) {
    return this.level == level
        && this.verdict.equals(verdict)
        && java.util.Objects.equals(this.reason, reason);
  }
}
