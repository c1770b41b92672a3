package org.waymark.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waymark.completion.Standing.Reason;
import org.waymark.completion.Standing.State;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.PlanKey;

/** Time is written as minutes; receipt order is the order of the calls. */
class StandingsTest {
  private static final PlanKey KEY = new PlanKey("990101", 2026);
  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");
  private final List<StoredReport> reports = new ArrayList<>();
  private final List<StoredReview> reviews = new ArrayList<>();
  private final Map<UUID, Ground> moved = new java.util.HashMap<>();
  private long number;
  private int levels = 1;

  @Test
  void a_chain_of_two_is_partly_accepted_in_between() {
    levels = 2;
    UUID a = done(0, 100, 1);
    assertThat(state(a)).isEqualTo(State.RECEIVED);
    review(a, 1, StoredReview.ACCEPT, 5);
    assertThat(state(a)).isEqualTo(State.PARTLY);
    review(a, 2, StoredReview.ACCEPT, 6);
    assertThat(state(a)).isEqualTo(State.ACCEPTED);
    review(a, 1, StoredReview.REVOKE, 7);
    assertThat(state(a)).isEqualTo(State.RECEIVED);
  }

  @Test
  void a_revoked_return_counts_again() {
    UUID a = done(0, 100, 1);
    review(a, 1, StoredReview.RETURN, 5);
    assertThat(standing(a).counted()).isFalse();
    review(a, 1, StoredReview.REVOKE, 6);
    assertThat(standing(a).counted()).isTrue();
    assertThat(state(a)).isEqualTo(State.RECEIVED);
  }

  @Test
  void done_and_undone_received_as_observed_do_not_conflict() {
    UUID a = done(0, 100, 1);
    UUID b = undone(50, 150, 2);
    assertThat(List.of(state(a), state(b))).containsOnly(State.RECEIVED);
  }

  @Test
  void an_undone_seen_before_the_done_but_received_after_it_conflicts_with_it() {
    UUID done = done(0, 100, 10);
    review(done, 1, StoredReview.ACCEPT, 11);
    UUID undone = undone(50, 150, 2);
    assertThat(standing(done)).extracting(Standing::reason).isEqualTo(Reason.ORDER);
    assertThat(standing(done).with()).containsExactly(undone);
    assertThat(standing(undone).with()).containsExactly(done);
    assertThat(standing(done).counted()).isTrue();
    assertThat(standing(done).verified()).isFalse();
  }

  @Test
  void returning_one_side_ends_the_conflict_for_the_other() {
    UUID done = done(0, 100, 10);
    UUID undone = undone(50, 150, 2);
    review(undone, 1, StoredReview.RETURN, 12);
    assertThat(state(done)).isEqualTo(State.RECEIVED);
    assertThat(state(undone)).isEqualTo(State.RETURNED);
    review(undone, 1, StoredReview.REVOKE, 13);
    assertThat(List.of(state(done), state(undone))).containsOnly(State.CONFLICT);
  }

  @Test
  void accepting_one_side_leaves_the_other_to_be_decided() {
    UUID done = done(0, 100, 10);
    UUID undone = undone(50, 150, 2);
    review(done, 1, StoredReview.ACCEPT, 12);
    assertThat(state(done)).isEqualTo(State.ACCEPTED);
    assertThat(state(undone)).isEqualTo(State.CONFLICT);
    review(undone, 1, StoredReview.ACCEPT, 13);
    assertThat(state(undone)).isEqualTo(State.ACCEPTED);
    review(done, 1, StoredReview.REVOKE, 14);
    assertThat(state(done)).isEqualTo(State.CONFLICT);
  }

  @Test
  void ranges_that_do_not_overlap_or_are_of_other_steps_do_not_conflict() {
    UUID done = done(0, 100, 10);
    UUID beside = undone(100, 150, 2);
    UUID other = undone(0, 100, 2);
    reports.get(2).step = "路基";
    assertThat(List.of(state(done), state(beside), state(other))).containsOnly(State.RECEIVED);
  }

  @Test
  void ground_that_moved_after_an_acceptance_wants_another() {
    UUID a = done(0, 100, 1);
    review(a, 1, StoredReview.ACCEPT, 5);
    moved.put(a, new Ground(Reason.MOVED, at(9), MeasureRanges.of(new MeasureRange(0, 90))));
    assertThat(standing(a).reason()).isEqualTo(Reason.MOVED);
    review(a, 1, StoredReview.ACCEPT, 10);
    assertThat(state(a)).isEqualTo(State.ACCEPTED);
    assertThat(standing(a).projected().lengthDm()).isEqualTo(90);
  }

  @Test
  void about_as_many_as_wanted_are_drawn_for_a_recheck_and_always_the_same() {
    byte[] seed = {1, 2, 3};
    byte[] other = {1, 2, 4};
    long drawn = 0;
    long both = 0;
    for (int i = 0; i < 2000; i++) {
      UUID id = new UUID(i, i * 31L);
      if (RecheckDraw.drawn(seed, id)) drawn++;
      if (RecheckDraw.drawn(seed, id) && RecheckDraw.drawn(other, id)) both++;
      assertThat(RecheckDraw.drawn(seed, id)).isEqualTo(RecheckDraw.drawn(seed, id));
    }
    assertThat(drawn).isBetween(200L, 400L);
    assertThat(both).as("an id tells nothing without the seed").isBetween(10L, 90L);
  }

  private UUID done(int from, int to, int observed) {
    return add(true, from, to, observed);
  }

  private UUID undone(int from, int to, int observed) {
    return add(false, from, to, observed);
  }

  private UUID add(boolean done, int from, int to, int observed) {
    StoredReport report = new StoredReport(KEY, UUID.randomUUID(), StoredReport.COMPLETION);
    report.receiptNo = ++number;
    report.done = done;
    report.fromDm = from;
    report.toDm = to;
    report.observedAt = at(observed);
    report.reviewLevels = levels;
    reports.add(report);
    return report.reportId();
  }

  private void review(UUID report, int level, String verdict, int minute) {
    var row =
        new StoredReview(
            new ReviewId("990101", UUID.randomUUID()), report, level, verdict, "because");
    row.reviewNo = ++number;
    row.reviewedAt = at(minute);
    reviews.add(row);
  }

  private static Instant at(int minute) {
    return START.plusSeconds(60L * minute);
  }

  private State state(UUID id) {
    return standing(id).state();
  }

  private Standing standing(UUID id) {
    List<Standings.Entry> entries = new ArrayList<>();
    for (StoredReport report : reports)
      entries.add(
          new Standings.Entry(
              report,
              report.step,
              Chain.replay(
                  reviews.stream().filter(v -> v.reportId.equals(report.reportId())).toList()),
              moved.getOrDefault(
                  report.reportId(), new Ground(null, null, MeasureRanges.of(report.range())))));
    return Standings.of(entries).get(id);
  }
}
