package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DayTurnIT extends RollUpCast {
  @Autowired DayTurn dayTurn;
  @Autowired TransactionTemplate transaction;

  @Test
  void a_midnight_is_told_once_with_the_tracks_it_changes() {
    jdbc.sql("delete from core.day_turn").update();
    LocalDate grace = LocalDate.parse("2026-07-03");
    turn(grace);
    assertThat(turn(grace.plusDays(1))).contains("05", "06", "18b");
    assertThat(turn(grace.plusDays(1))).isEmpty();
    jdbc.sql("delete from core.day_turn").update();
  }

  private java.util.List<String> turn(LocalDate day) {
    return on(day.toString(), () -> transaction.execute(s -> dayTurn.turn(KEY, day)));
  }
}
