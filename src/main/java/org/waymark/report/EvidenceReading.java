package org.waymark.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.Completions;
import org.waymark.completion.Report;
import org.waymark.completion.Report.ReviewRow;
import org.waymark.completion.ReportFilter;
import org.waymark.completion.ReportPage;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.StationText;
import org.waymark.plan.PlanKey;

/** Reads what a project's figures rest on, within the caller's scope. */
@Component
class EvidenceReading {
  private final Completions completions;
  private final DistrictClock clock;

  EvidenceReading(Completions completions, DistrictClock clock) {
    this.completions = completions;
    this.clock = clock;
  }

  /** Verified at {@code end}; newest first. */
  List<Evidence> list(Caller caller, PlanKey key, int project, Instant end) {
    List<Evidence> verified = new ArrayList<>();
    Long after = null;
    do {
      ReportPage page =
          completions.list(
              caller,
              key,
              new ReportFilter(null, null, project, null, null, null, null, 100, after));
      for (Report r : page.reports()) {
        List<ReviewRow> known =
            r.reviews().stream().filter(v -> v.reviewedAt().isBefore(end)).toList();
        if (isVerified(r, known)) verified.add(evidence(r, known));
      }
      after = page.next();
    } while (after != null);
    verified.sort(
        Comparator.comparing(Evidence::observed)
            .reversed()
            .thenComparing(Evidence::received, Comparator.reverseOrder())
            .thenComparing(Evidence::what));
    return verified;
  }

  /** Accepted at the last level, and not revoked or returned since. */
  private static boolean isVerified(Report r, List<ReviewRow> known) {
    if (known.isEmpty()) return false;
    ReviewRow last = known.stream().max(Comparator.comparing(ReviewRow::reviewedAt)).orElseThrow();
    return last.verdict().equals("accept") && last.level() >= r.levels();
  }

  private Evidence evidence(Report r, List<ReviewRow> known) {
    List<ReviewRow> accepts =
        known.stream()
            .filter(v -> v.verdict().equals("accept"))
            .sorted(Comparator.comparing(ReviewRow::reviewedAt))
            .toList();
    return new Evidence(
        local(r.observedAt()),
        local(r.receivedAt()),
        r.track(),
        where(r),
        what(r),
        r.done() == null || r.done(),
        r.author().name(),
        accepts.stream().map(v -> v.reviewer().name()).distinct().toList(),
        local(accepts.get(accepts.size() - 1).reviewedAt()),
        r.photos().stream().filter(Report.Photo::arrived).map(Report.Photo::sha256).toList());
  }

  private static String where(Report r) {
    if (r.footprint() != null) return r.footprint().name();
    return r.townships() == null || r.townships().isEmpty()
        ? null
        : r.townships().stream().map(Report.Place::name).collect(Collectors.joining("、"));
  }

  private static String what(Report r) {
    String step = r.step() == null ? "" : r.step() + " ";
    if (r.range() != null)
      return step
          + StationText.format(
              new MeasureRange(
                  (int) Math.round(r.range().from() * 10), (int) Math.round(r.range().to() * 10)));
    if (r.components() != null && !r.components().isEmpty())
      return step + String.join("、", r.components());
    if (r.item() != null) return r.item().text();
    if (r.percent() != null) return "形象进度 " + PaperText.percent(r.percent());
    if (r.value() != null) return "累计 " + PaperText.quantity(r.value(), r.unit());
    if (r.quantity() != null) return step + PaperText.quantity(r.quantity(), r.unit());
    return step.isBlank() ? "整处" : step.strip();
  }

  private LocalDateTime local(Instant at) {
    return at.atZone(clock.zone()).toLocalDateTime();
  }
}
