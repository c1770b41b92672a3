package org.waymark.completion;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.jpa.HibernateHints;
import org.springframework.stereotype.Component;
import org.waymark.plan.PlanKey;

/** Reports and reviews as rows that are only ever added. */
@Component
class ReportStore {
  private final EntityManager entities;

  ReportStore(EntityManager entities) {
    this.entities = entities;
  }

  Optional<StoredReport> findReport(String district, UUID id) {
    return Optional.ofNullable(entities.find(StoredReport.class, new ReportId(district, id)));
  }

  Optional<StoredReview> findReview(String district, UUID id) {
    return Optional.ofNullable(entities.find(StoredReview.class, new ReviewId(district, id)));
  }

  /** Numbers the row by its order of receipt; it never changes after. */
  void insert(Object row) {
    entities.persist(row);
    entities.flush();
    entities.detach(row);
  }

  /** In order of receipt. */
  List<StoredReport> listReports(Subject subject) {
    return bind(
            subject,
            query(
                """
                select r from StoredReport r
                where r.id.districtCode = :district and r.planYear = :year and r.reportType = :type
                  and r.subjectCode = :code and r.townshipCode = :township
                order by r.receiptNo
                """,
                StoredReport.class))
        .getResultList();
  }

  /**
   * Field reports of a plan, in order of receipt.
   *
   * @param codes of footprints; null = all
   */
  List<StoredReport> listFieldReports(PlanKey key, Collection<String> codes) {
    return ofFootprints(
            key,
            codes,
            query(
                """
                select r from StoredReport r
                where r.id.districtCode = :district and r.planYear = :year and r.reportType = :type
                  %s
                order by r.receiptNo
                """
                    .formatted(in(codes)),
                StoredReport.class))
        .getResultList();
  }

  private static String in(Collection<String> codes) {
    return codes == null ? "" : "and r.subjectCode in :codes";
  }

  private static <T> TypedQuery<T> ofFootprints(
      PlanKey key, Collection<String> codes, TypedQuery<T> query) {
    if (codes != null) query.setParameter("codes", codes);
    return query
        .setParameter("district", key.districtCode())
        .setParameter("year", key.year())
        .setParameter("type", StoredReport.COMPLETION);
  }

  /** By field report of a plan, each in order; only those given no later than {@code knownAt}. */
  Map<UUID, List<StoredReview>> listFieldReviews(
      PlanKey key, Instant knownAt, Collection<String> codes) {
    return ofFootprints(
            key,
            codes,
            query(
                """
                select v from StoredReview v, StoredReport r
                where r.id.districtCode = :district and r.planYear = :year and r.reportType = :type
                  %s
                  and v.id.districtCode = r.id.districtCode and v.reportId = r.id.reportId
                  and v.reviewedAt <= :knownAt
                order by v.reviewNo
                """
                    .formatted(in(codes)),
                StoredReview.class))
        .setParameter("knownAt", knownAt)
        .getResultStream()
        .collect(Collectors.groupingBy(v -> v.reportId));
  }

  private static <T> TypedQuery<T> bind(Subject subject, TypedQuery<T> query) {
    return query
        .setParameter("district", subject.key().districtCode())
        .setParameter("year", subject.key().year())
        .setParameter("type", typeOf(subject.type()))
        .setParameter("code", subject.code())
        .setParameter("township", subject.townshipCode());
  }

  List<StoredReport> listReports(String district, Collection<UUID> ids) {
    return query(
            """
            select r from StoredReport r
            where r.id.districtCode = :district and r.id.reportId in :ids
            """,
            StoredReport.class)
        .setParameter("district", district)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** By report, each in order. */
  Map<UUID, List<StoredReview>> listReviews(String district, Collection<UUID> reportIds) {
    return query(
            """
            select v from StoredReview v
            where v.id.districtCode = :district and v.reportId in :ids
            order by v.reviewNo
            """,
            StoredReview.class)
        .setParameter("district", district)
        .setParameter("ids", reportIds)
        .getResultStream()
        .collect(Collectors.groupingBy(v -> v.reportId));
  }

  /** By report, each in order. */
  Map<UUID, List<StoredReview>> listReviews(Subject subject) {
    return bind(
            subject,
            query(
                """
                select v from StoredReview v, StoredReport r
                where r.id.districtCode = :district and r.planYear = :year and r.reportType = :type
                  and r.subjectCode = :code and r.townshipCode = :township
                  and v.id.districtCode = r.id.districtCode and v.reportId = r.id.reportId
                order by v.reviewNo
                """,
                StoredReview.class))
        .getResultStream()
        .collect(Collectors.groupingBy(v -> v.reportId));
  }

  /** Rows never change: no need to look for changes before each query, nor to remember them. */
  private <T> TypedQuery<T> query(String text, Class<T> type) {
    return entities
        .createQuery(text, type)
        .setFlushMode(FlushModeType.COMMIT)
        .setHint(HibernateHints.HINT_READ_ONLY, true);
  }

  static String typeOf(Subject.Type type) {
    return switch (type) {
      case FOOTPRINT -> StoredReport.COMPLETION;
      case INDICATOR -> StoredReport.QUANTITY;
      case TRACK -> StoredReport.PERCENT;
      case ITEM -> StoredReport.CHECKLIST;
    };
  }

  static Subject.Type subjectTypeOf(String reportType) {
    return switch (reportType) {
      case StoredReport.COMPLETION -> Subject.Type.FOOTPRINT;
      case StoredReport.QUANTITY -> Subject.Type.INDICATOR;
      case StoredReport.PERCENT -> Subject.Type.TRACK;
      default -> Subject.Type.ITEM;
    };
  }

  static String word(Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }
}
