package org.waymark.completion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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

  /** Reports that one of the other kind may contradict. */
  private record Side(String step, boolean done) {}

  /**
   * @param latest when the last of them was observed
   */
  private record Earlier(List<Integer> places, Instant latest) {
    static final Earlier NONE = new Earlier(List.of(), Instant.MIN);

    Earlier and(int place, Instant observed) {
      List<Integer> all = places.isEmpty() ? new ArrayList<>() : places;
      all.add(place);
      return new Earlier(all, observed.isAfter(latest) ? observed : latest);
    }
  }

  /**
   * For each entry those that contradict it, observed in another order than received. Looks closer
   * only at what was observed before something of the other kind that came earlier, which is rare.
   */
  static List<List<Entry>> pairs(List<Entry> entries) {
    List<List<Entry>> partners = new ArrayList<>();
    entries.forEach(e -> partners.add(new ArrayList<>()));
    Map<Side, Earlier> earlier = new HashMap<>();
    for (int j = 0; j < entries.size(); j++) {
      Entry later = entries.get(j);
      StoredReport report = later.report();
      if (!report.isCompletion() || later.chain().isReturned()) continue;
      Earlier others = earlier.getOrDefault(new Side(later.step(), !report.isDone()), Earlier.NONE);
      if (others.latest().isAfter(report.observedAt))
        for (int i : others.places())
          if (contradict(entries.get(i), later)) {
            partners.get(i).add(later);
            partners.get(j).add(entries.get(i));
          }
      Side side = new Side(later.step(), report.isDone());
      earlier.put(side, earlier.getOrDefault(side, Earlier.NONE).and(j, report.observedAt));
    }
    return partners;
  }

  static boolean contradict(Entry earlier, Entry later) {
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
