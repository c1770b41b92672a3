package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.progress.Cast.DECEMBER;
import static org.waymark.progress.Cast.JUNE;
import static org.waymark.progress.Cast.all;
import static org.waymark.progress.Cast.gate;
import static org.waymark.progress.Cast.indicator;
import static org.waymark.progress.Cast.quantity;
import static org.waymark.progress.Cast.track;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.waymark.plan.Track;
import org.waymark.plan.Track.Basis;
import org.waymark.words.Words;

class ReasonWordsTest {
  private final ReasonWords words = new ReasonWords(new Words());
  private final Track pipe =
      track(
          "18b",
          Basis.QUANTITY,
          List.of(indicator("18.2", 86.04)),
          gate(JUNE, quantity("18.2", 43.02)),
          all(DECEMBER));

  @Test
  void a_pending_gate_says_what_is_short_and_until_when() {
    Reason reason = Cast.of(pipe).on("07-08").indicator("18.2", 43.26, 41.66).track().reason();
    assertThat(words.text(reason, Locale.CHINESE))
        .isEqualTo("6月30日应核实 43.02 km。按期上报 43.26 km，已核实 41.66 km，还差 1.36 km。审核时限 7月14日，过期转为逾期。");
    assertThat(words.text(reason, Locale.ENGLISH))
        .isEqualTo(
            "Due 30 Jun: 43.02 km verified. Reported in time 43.26 km, verified 41.66 km, short"
                + " 1.36 km. To be reviewed by 14 Jul; overdue after that.");
  }

  @Test
  void a_lag_says_by_how_much_and_the_rule() {
    Reason reason = Cast.of(pipe).on(JUNE).indicator("18.2", 43, 9.38).track().reason();
    assertThat(words.text(reason, Locale.CHINESE)).isEqualTo("落后 39.1 个百分点，超过 30，判为滞后。");
  }

  @Test
  void every_reason_leaves_no_place_unfilled() {
    for (String day : List.of("01-05", "02-20", "06-30", "07-02", "07-04", "07-20", "12-01"))
      for (double verified : List.of(0d, 10d, 30d, 41d, 60d, 86.04)) {
        Reason reason =
            Cast.of(pipe).on(day).indicator("18.2", verified + 3, verified).track().reason();
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH))
          assertThat(words.text(reason, locale)).doesNotContain("{", "reason.", "null");
      }
  }
}
