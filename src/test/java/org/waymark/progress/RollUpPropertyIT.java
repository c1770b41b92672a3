package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.completion.CompletionReport.Kind;
import org.waymark.completion.NewReport;
import org.waymark.completion.NewReview.Verdict;
import org.waymark.completion.QuantityReport;
import org.waymark.problem.Problem;

/**
 * Reports, undos, returns, revokes, conflicts and repeats in random order over weeks; however they
 * fall, the incremental roll-up equals a full recomputation, for today and for every past day.
 */
class RollUpPropertyIT extends RollUpCast {
  private static final List<String> LINES = List.of("09.1-902", "09.1-903", "11.2-901");
  private LocalDate start;
  private final List<Sent> sent = new ArrayList<>();

  private record Sent(UUID id, NewReport report) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void incremental_equals_recomputed(long seed) {
    Random random = new Random(seed);
    // Time goes on from seed to seed, past the gates of June and September.
    start = LocalDate.parse("2026-06-20").plusDays(32 * (seed - 1));
    int refused = 0;
    for (int day = 0; day < 30; day += 1 + random.nextInt(3))
      for (int i = 0; i < 6; i++) {
        Instant at =
            clock.startOf(start.plusDays(day)).plusSeconds(3600L * i + random.nextInt(3600) + 1);
        if (!clock.at(at, () -> step(random))) refused++;
      }
    assertThat(sent).hasSizeGreaterThan(20);
    assertThat(refused).isLessThan(60);
    assertThat(progress.audit(KEY)).isEmpty();
    for (int day = 0; day < 30; day += 3) partsSumToTheWhole(start.plusDays(day));
  }

  /** False where it was refused, which must leave no trace either. */
  private boolean step(Random random) {
    try {
      int dice = random.nextInt(10);
      if (dice < 5 || sent.isEmpty()) send(random);
      else if (dice == 5) repeat(random);
      else judge(random, sent.get(random.nextInt(sent.size())).id());
      return true;
    } catch (Problem refusal) {
      return false;
    }
  }

  private void send(Random random) {
    Instant observed = clock.now().minusSeconds(random.nextInt(5 * 86_400));
    NewReport report;
    if (random.nextInt(5) == 0)
      report =
          new QuantityReport(
              "13.1",
              BigDecimal.valueOf(random.nextInt(30)),
              clock.dayOf(observed),
              null,
              "核减",
              "核减");
    else {
      double from = random.nextInt(1900);
      double to = from + 1 + random.nextInt((int) (2000 - from));
      Kind kind = random.nextInt(4) == 0 ? Kind.UNDONE : Kind.DONE;
      report = completion(LINES.get(random.nextInt(LINES.size())), kind, from, to, observed);
    }
    sent.add(new Sent(submit(random.nextBoolean() ? crew : admin, report), report));
  }

  private void repeat(Random random) {
    Sent again = sent.get(random.nextInt(sent.size()));
    completions.submit(crew, KEY, again.id(), again.report());
  }

  private void judge(Random random, UUID report) {
    Verdict verdict = Verdict.values()[random.nextInt(3)];
    review(random.nextInt(4) == 0 ? admin : reviewer, report, verdict);
  }

  private void partsSumToTheWhole(LocalDate day) {
    var whole = indicator("09.1", day);
    if (whole.reported() == null) return;
    BigDecimal reported = zeroIfNull(whole.outsideReported());
    BigDecimal verified = zeroIfNull(whole.outsideVerified());
    for (String township : List.of(WEST, EAST)) {
      reported = reported.add(zeroIfNull(part("09.1", township, day).reported()));
      verified = verified.add(zeroIfNull(part("09.1", township, day).verified()));
    }
    assertThat(reported).isEqualByComparingTo(whole.reported());
    assertThat(verified).isEqualByComparingTo(whole.verified());
  }

  private static BigDecimal zeroIfNull(BigDecimal number) {
    return number == null ? BigDecimal.ZERO : number;
  }
}
