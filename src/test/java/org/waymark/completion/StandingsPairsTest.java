package org.waymark.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.PlanKey;

/** The short way to the pairs that contradict each other finds what looking at every pair finds. */
class StandingsPairsTest {
  private static final PlanKey KEY = new PlanKey("990101", 2026);
  private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

  @Property(tries = 500)
  void finds_what_every_pair_looked_at_finds(
      @ForAll long seed, @ForAll @IntRange(max = 40) int size) {
    Random random = new Random(seed);
    List<Standings.Entry> entries = new ArrayList<>();
    for (int i = 0; i < size; i++) entries.add(entry(random, i));
    assertThat(Standings.pairs(entries)).isEqualTo(everyPair(entries));
  }

  @Test
  void many_reports_in_order_take_no_time() {
    List<Standings.Entry> entries = new ArrayList<>();
    for (int i = 0; i < 50_000; i++)
      entries.add(
          entry(i, i % 2 == 0, START.plusSeconds(i), null, new MeasureRange(0, 100), List.of()));
    assertTimeout(
        Duration.ofSeconds(10), () -> assertThat(Standings.pairs(entries)).allMatch(List::isEmpty));
  }

  private static List<List<Standings.Entry>> everyPair(List<Standings.Entry> entries) {
    List<List<Standings.Entry>> partners = new ArrayList<>();
    entries.forEach(e -> partners.add(new ArrayList<>()));
    for (int j = 0; j < entries.size(); j++)
      for (int i = 0; i < j; i++)
        if (Standings.contradict(entries.get(i), entries.get(j))) {
          partners.get(i).add(entries.get(j));
          partners.get(j).add(entries.get(i));
        }
    return partners;
  }

  private static Standings.Entry entry(Random random, int i) {
    int from = random.nextInt(90);
    List<StoredReview> reviews = new ArrayList<>();
    if (random.nextInt(6) == 0) {
      StoredReview review =
          new StoredReview(
              new ReviewId("990101", UUID.randomUUID()),
              UUID.randomUUID(),
              1,
              StoredReview.RETURN,
              "未完工");
      review.reviewNo = 1000L + i;
      review.reviewedAt = START.plusSeconds(9999);
      reviews.add(review);
    }
    return entry(
        i,
        random.nextBoolean(),
        START.plusSeconds(60L * (i + random.nextInt(5))),
        random.nextInt(3) == 0 ? "路基" : null,
        new MeasureRange(from, from + 1 + random.nextInt(30)),
        reviews);
  }

  private static Standings.Entry entry(
      int i,
      boolean done,
      Instant observed,
      String step,
      MeasureRange range,
      List<StoredReview> reviews) {
    StoredReport report = new StoredReport(KEY, new UUID(7, i), StoredReport.COMPLETION);
    report.receiptNo = (long) i;
    report.done = done;
    report.observedAt = observed;
    report.receivedAt = observed;
    report.reviewLevels = 1;
    report.fromDm = range.fromDm();
    report.toDm = range.toDm();
    return new Standings.Entry(
        report, step, Chain.replay(reviews), new Ground(null, null, MeasureRanges.of(range)));
  }
}
