package org.waymark.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.waymark.publication.ApprovedFacts;

/**
 * What papers there are.
 *
 * @param basis what they are bound to, as printed
 * @param scope as printed; null = the whole plan
 * @param snapshot number; null where they are of a day
 * @param snapshots that stand, newest first
 * @param units lead units with something to write about, by name
 */
record PaperList(
    LocalDate day,
    String basis,
    String scope,
    boolean demo,
    Integer snapshot,
    List<SnapshotLine> snapshots,
    List<UnitLine> units,
    List<ProjectLine> projects) {

  record SnapshotLine(int number, String id, LocalDate day, LocalDateTime knownAt) {}

  /**
   * @param slip there is something to supervise
   */
  record UnitLine(String name, int overdue, int soon, int behind, boolean slip) {}

  record ProjectLine(int number, String name, org.waymark.progress.Light light) {}

  static PaperList of(PaperFacts facts, Integer snapshot, List<ApprovedFacts> approved) {
    return new PaperList(
        facts.day(),
        facts.basis(),
        facts.scope(),
        facts.demo(),
        snapshot,
        approved.stream()
            .map(a -> new SnapshotLine(a.number(), a.id(), a.day(), a.knownAt()))
            .toList(),
        UnitDue.list(facts).stream()
            .filter(UnitDue::anything)
            .map(
                d ->
                    new UnitLine(
                        d.unit(),
                        d.overdue().size(),
                        d.soon().size(),
                        d.behind().size(),
                        !d.supervised().isEmpty()))
            .toList(),
        facts.projects().stream()
            .map(p -> new ProjectLine(p.number(), p.shortName(), p.light()))
            .toList());
  }
}
