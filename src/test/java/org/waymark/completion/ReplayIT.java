package org.waymark.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waymark.access.Caller;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Random histories of one line: what stands in the tables is what a replay from scratch gives. */
class ReplayIT extends CompletionCast {
  private record Sent(UUID id, CompletionReport report) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void every_past_instant_replays_to_what_was_known_then(long seed) {
    Random random = new Random(seed);
    String line = line(seed == 3 ? "09.2" : "18.2");
    Subject subject = footprint(line);
    List<Sent> sent = new ArrayList<>();
    Map<Instant, List<FoldedReport>> known = new LinkedHashMap<>();
    Instant start = clock.now();
    for (int step = 0; step < 40; step++) {
      Instant now = start.plusSeconds(step);
      clock.at(now, () -> step(random, line, sent));
      known.put(now, completions.listFor(subject));
    }
    known.forEach(
        (instant, then) ->
            assertThat(completions.listFor(subject, instant)).as("%s", instant).isEqualTo(then));
    assertThat(sent).hasSameSizeAs(completions.listFor(subject));
  }

  private Object step(Random random, String line, List<Sent> sent) {
    int dice = random.nextInt(10);
    if (sent.isEmpty() || dice < 4) return send(random, line, sent);
    Sent one = sent.get(random.nextInt(sent.size()));
    if (dice < 5) {
      List<FoldedReport> before = completions.listFor(footprint(line));
      assertThat(completions.submit(crew, KEY, one.id(), one.report())).isFalse();
      assertThat(completions.listFor(footprint(line))).isEqualTo(before);
      return null;
    }
    NewReview.Verdict verdict = NewReview.Verdict.values()[random.nextInt(3)];
    Caller by = random.nextBoolean() ? reviewer : unit;
    try {
      return review(by, one.id(), 1 + random.nextInt(2), verdict);
    } catch (Problem e) {
      assertThat(e.type()).isEqualTo(ProblemType.CANNOT_REVIEW);
      return null;
    }
  }

  private Object send(Random random, String line, List<Sent> sent) {
    double from = random.nextInt(80) * 10;
    double to = from + 10 + random.nextInt(20) * 10;
    Instant observed = clock.now().minusSeconds(random.nextInt(3600));
    CompletionReport report =
        random.nextInt(4) == 0
            ? undone(line, from, Math.min(1000, to), observed)
            : done(line, from, Math.min(1000, to), observed);
    UUID id = submit(report);
    sent.add(new Sent(id, report));
    return id;
  }
}
