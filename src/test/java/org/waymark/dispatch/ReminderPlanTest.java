package org.waymark.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waymark.access.Account;
import org.waymark.access.Role;
import org.waymark.calendar.WorkingDays;
import org.waymark.dispatch.Desk.About;
import org.waymark.dispatch.Desk.NextGate;
import org.waymark.dispatch.Desk.OverdueGate;
import org.waymark.progress.GateStatus;
import org.waymark.progress.Light;

class ReminderPlanTest {
  private static final ReminderRules RULES =
      new ReminderRules(
          List.of(30, 15, 7, 1), List.of(5, 1), 3, 10, LocalTime.of(8, 30), LocalTime.of(18, 0));
  private static final About PIPE = new About(18, "农村饮水", "18b", "输配水管道", "区水利局");
  private final Account unit = account(1, Role.UNIT, List.of(18));
  private final Account other = account(2, Role.UNIT, List.of(9));
  private final Account planner = account(3, Role.PLANNER, null);
  private final Account reviewer = account(4, Role.REVIEWER, null);
  private final Account leader = account(5, Role.INSPECTOR, null);

  @ParameterizedTest(name = "{0} days before it is {1}")
  @CsvSource({"31,", "30, T-30", "16, T-30", "15, T-15", "7, T-7", "2, T-7", "1, T-1", "0, T-1"})
  void the_lead_unit_hears_once_of_each_stage(long days, String stage) {
    List<ReminderPlan.Wanted> wanted = on("2026-06-01", List.of(next(days)), List.of());
    if (stage == null) assertThat(wanted).isEmpty();
    else
      assertThat(wanted)
          .singleElement()
          .satisfies(
              w -> {
                assertThat(w.accountId()).isEqualTo(unit.id());
                assertThat(w.stage()).isEqualTo(stage);
              });
  }

  @Test
  void an_overdue_gate_is_told_each_working_day_and_to_planners_after_three() {
    assertThat(on("2026-07-03", List.of(), List.of(late())))
        .extracting("accountId")
        .containsExactly(1L);
    assertThat(on("2026-07-06", List.of(), List.of(late())))
        .extracting("accountId")
        .containsExactly(1L, 3L);
    assertThat(on("2026-07-04", List.of(), List.of(late()))).isEmpty();
  }

  @Test
  void a_leader_hears_after_ten_working_days_once_a_week() {
    assertThat(on("2026-07-14", List.of(), List.of(late()))).hasSize(2);
    for (String day : List.of("2026-07-15", "2026-07-17"))
      assertThat(on(day, List.of(), List.of(late())))
          .filteredOn(w -> w.accountId() == leader.id())
          .singleElement()
          .extracting("stage")
          .isEqualTo("leader:2026-07-13");
    assertThat(on("2026-07-20", List.of(), List.of(late())))
        .extracting("stage")
        .contains("leader:2026-07-20");
  }

  @ParameterizedTest(name = "on {0} it is {1}")
  @CsvSource({"2026-07-06,", "2026-07-07, V-5", "2026-07-10, V-5", "2026-07-13, V-1"})
  void reviewers_hear_of_what_is_about_to_be_overdue_for_want_of_a_review(
      String today, String stage) {
    NextGate pending =
        new NextGate(
            PIPE,
            LocalDate.parse("2026-06-30"),
            -8,
            1,
            GateStatus.PENDING,
            LocalDate.parse("2026-07-14"),
            Light.PEND,
            null,
            null,
            List.of(),
            null);
    List<ReminderPlan.Wanted> wanted = on(today, List.of(pending), List.of());
    if (stage == null) assertThat(wanted).isEmpty();
    else
      assertThat(wanted)
          .singleElement()
          .satisfies(
              w -> {
                assertThat(w.accountId()).isEqualTo(reviewer.id());
                assertThat(w.stage()).isEqualTo(stage);
              });
  }

  @ParameterizedTest(name = "{0} leaves {1}")
  @CsvSource({
    "2026-07-03T10:00+08:00, 2026-07-03T10:00+08:00",
    "2026-07-03T00:01+08:00, 2026-07-03T08:30+08:00",
    "2026-07-03T18:00+08:00, 2026-07-06T08:30+08:00",
    "2026-07-04T12:00+08:00, 2026-07-06T08:30+08:00",
    "2026-09-30T19:00+08:00, 2026-10-08T08:30+08:00"
  })
  void mails_keep_quiet_hours_and_holidays(OffsetDateTime at, OffsetDateTime leaves) {
    Instant next =
        new MailHours(RULES, new WorkingDays(), ZoneId.of("Asia/Shanghai")).next(at.toInstant());
    assertThat(next).isEqualTo(leaves.toInstant());
  }

  @Test
  void the_rules_file_can_be_read() {
    assertThat(ReminderRules.read().stages()).containsExactly(30, 15, 7, 1);
  }

  private List<ReminderPlan.Wanted> on(
      String today, List<NextGate> next, List<OverdueGate> overdue) {
    return new ReminderPlan(RULES, new WorkingDays(), LocalDate.parse(today))
        .of(next, overdue, List.of(unit, other, planner, reviewer, leader), Set.of(5L));
  }

  private static NextGate next(long days) {
    LocalDate due = LocalDate.parse("2026-06-01").plusDays(days);
    return new NextGate(
        PIPE,
        due,
        days,
        null,
        GateStatus.UPCOMING,
        null,
        Light.OK,
        BigDecimal.TEN,
        null,
        List.of(),
        null);
  }

  private static OverdueGate late() {
    return new OverdueGate(
        PIPE, LocalDate.parse("2026-06-30"), 3, Light.LATE, "construction", List.of());
  }

  private static Account account(long id, Role role, List<Integer> projects) {
    return new Account(
        id, "500114", "a" + id, "A" + id, role, null, projects, null, false, null, false, null);
  }
}
