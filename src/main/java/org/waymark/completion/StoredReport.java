package org.waymark.completion;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;
import org.waymark.linearref.MeasureRange;
import org.waymark.plan.PlanKey;

/** A report as it was received; inserted once, never changed. */
@Entity
@Table(name = "report")
class StoredReport {
  static final String COMPLETION = "completion";
  static final String QUANTITY = "quantity";
  static final String PERCENT = "percent";
  static final String CHECKLIST = "checklist";

  @EmbeddedId ReportId id;

  @Generated(event = EventType.INSERT)
  @Column(insertable = false, updatable = false)
  Long receiptNo;

  int planYear;
  String reportType;
  String subjectCode;
  String townshipCode = "";
  long authorId;

  /** Null where the author sent it. */
  Long broughtBy;

  Instant receivedAt;
  Instant observedAt;

  @ColumnTransformer(write = "?::jsonb")
  String body;

  @Column(name = "body_sha256")
  String bodySha256;

  int projectNumber;
  String trackCode;
  int reviewLevels;
  String[] townships = {};
  String indicatorCode;
  String footprintCode;
  Integer footprintVersion;
  Boolean done;
  String step;
  Integer fromDm;
  Integer toDm;
  String[] components = {};
  String[] notNeeded = {};
  String method;

  @Column(name = "accuracy_m")
  Double accuracyM;

  BigDecimal value;

  String[] photoHashes = {};
  String note;
  Instant deviceTime;

  @Column(name = "clock_skew_s")
  Integer clockSkewS;

  UUID replaces;

  protected StoredReport() {}

  StoredReport(PlanKey key, UUID reportId, String reportType) {
    this.id = new ReportId(key.districtCode(), reportId);
    this.planYear = key.year();
    this.reportType = reportType;
  }

  UUID reportId() {
    return id.reportId();
  }

  PlanKey key() {
    return new PlanKey(id.districtCode(), planYear);
  }

  Subject subject() {
    return new Subject(key(), ReportStore.subjectTypeOf(reportType), subjectCode, townshipCode);
  }

  boolean isCompletion() {
    return reportType.equals(COMPLETION);
  }

  /** Anything but a statement that work is undone. */
  boolean isDone() {
    return done == null || done;
  }

  /** As sent, on the version it names; null where it has none. */
  MeasureRange range() {
    return fromDm == null ? null : new MeasureRange(fromDm, toDm);
  }

  /** What the point needs no more: done, or not needed with a reason. */
  List<String> settledComponents() {
    Set<String> all = new TreeSet<>(List.of(components));
    all.addAll(List.of(notNeeded));
    return List.copyOf(all);
  }
}
