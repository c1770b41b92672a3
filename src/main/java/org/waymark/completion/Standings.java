package org.waymark.completion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Where the reports of one subject stand, from what was received alone. The same inputs give the
 * same answer, so that a past can be replayed.
 */
final class Standings {
  private Standings() {}

  /**
   * A report with all that bears on it.
   *
   * @param step the step it counts for: its own, or the counting step where it names none
   * @param reviews in order
   */
  record Entry(StoredReport report, String step, Chain chain, Ground ground) {}

  /**
   * @param entries all reports of the subject, in order of receipt
   */
  static Map<UUID, Standing> of(List<Entry> entries) {
    List<List<Entry>> partners = pairs(entries);
    Map<UUID, Standing> standings = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++)
      standings.put(entries.get(i).report().reportId(), of(entries.get(i), partners.get(i)));
    return standings;
  }

  private static Standing of(Entry entry, List<Entry> partners) {
    Chain chain = entry.chain();
    int accepted = chain.acceptedLevel();
    List<UUID> with = partners.stream().map(p -> p.report().reportId()).toList();
    Standing.Reason reason = undecided(entry, partners);
    Standing.State state;
    if (chain.isReturned()) state = Standing.State.RETURNED;
    else if (reason != null) state = Standing.State.CONFLICT;
    else if (accepted >= entry.report().reviewLevels) state = Standing.State.ACCEPTED;
    else state = accepted > 0 ? Standing.State.PARTLY : Standing.State.RECEIVED;
    boolean conflict = state == Standing.State.CONFLICT;
    return new Standing(
        state,
        accepted,
        conflict ? reason : null,
        conflict ? with : List.of(),
        entry.ground().ranges());
  }

  /** Null where there is no conflict, or where it was accepted after the conflict arose. */
  private static Standing.Reason undecided(Entry entry, List<Entry> partners) {
    StoredReview accept = entry.chain().lastAccept();
    Ground ground = entry.ground();
    if (ground.reason() != null && (accept == null || accept.reviewedAt.isBefore(ground.since())))
      return ground.reason();
    for (Entry partner : partners) {
      long arose = Math.max(entry.report().receiptNo, partner.report().receiptNo);
      if (accept == null || accept.reviewNo < arose) return Standing.Reason.ORDER;
    }
    return null;
  }

  /** For each entry those that contradict it, observed in another order than received. */
  private static List<List<Entry>> pairs(List<Entry> entries) {
    List<List<Entry>> partners = new ArrayList<>();
    entries.forEach(e -> partners.add(new ArrayList<>()));
    for (int j = 0; j < entries.size(); j++)
      for (int i = 0; i < j; i++)
        if (contradict(entries.get(i), entries.get(j))) {
          partners.get(i).add(entries.get(j));
          partners.get(j).add(entries.get(i));
        }
    return partners;
  }

  private static boolean contradict(Entry earlier, Entry later) {
    return earlier.report().isDone() != later.report().isDone()
        && earlier.report().isCompletion()
        && earlier.report().observedAt.isAfter(later.report().observedAt)
        && !earlier.chain().isReturned()
        && !later.chain().isReturned()
        && Objects.equals(earlier.step(), later.step())
        && overlap(earlier, later);
  }

  private static boolean overlap(Entry a, Entry b) {
    if (a.report().fromDm != null && b.report().fromDm != null)
      return !a.ground().ranges().intersect(b.ground().ranges()).isEmpty();
    var components = new TreeSet<>(a.report().settledComponents());
    List<String> others = b.report().settledComponents();
    if (components.isEmpty() || others.isEmpty()) return true;
    return components.removeAll(others);
  }
}
