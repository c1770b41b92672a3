package org.waymark.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.DemoIT;
import org.waymark.access.Accounts;
import org.waymark.dispatch.Desk.Backlog;
import org.waymark.plan.Plans;

@DemoIT
class DeskIT {
  @Autowired Desks desks;
  @Autowired Accounts accounts;
  @Autowired Plans plans;
  @Autowired JdbcClient jdbc;

  @Test
  void what_waits_is_what_the_reports_say() {
    Desk desk = of("planner");
    assertThat(desk.waiting().stream().mapToInt(Desk.WaitingReports::count).sum())
        .isEqualTo(count("s.state in ('received', 'partly')"))
        .isPositive();
    assertThat(desk.conflictTotal())
        .isEqualTo(count("s.state = 'conflict'"))
        .isEqualTo(desk.conflicts().size())
        .isPositive();
    assertThat(desk.waiting()).isSortedAccordingTo((a, b) -> a.oldest().compareTo(b.oldest()));
    assertThat(desk.waiting()).allMatch(w -> !w.reviewers().isEmpty());
    Desk.Mine own = of("reviewer").mine();
    assertThat(own.queue()).isEqualTo(count("s.state in ('received', 'partly', 'conflict')"));
    assertThat(desk.mine()).isEqualTo(new Desk.Mine(false, 0, 0, 0));
  }

  @Test
  void the_backlog_is_reported_minus_verified() {
    Backlog pipe =
        of("planner").units().stream()
            .flatMap(u -> u.items().stream())
            .filter(b -> "18.2".equals(b.indicator()))
            .findFirst()
            .orElseThrow();
    BigDecimal waiting =
        jdbc.sql(
                """
                select sum(reported - verified) from core.progress_total
                where subject_type = 'indicator' and subject_code = '18.2' and horizon = 'infinity'""")
            .query(BigDecimal.class)
            .single();
    assertThat(pipe.waiting()).isEqualByComparingTo(waiting).isPositive();
    assertThat(pipe.about().unit()).isEqualTo("区水利局");
  }

  @Test
  void an_overdue_gate_says_what_is_short_and_a_next_one_how_far_it_is() {
    Desk desk = of("planner");
    assertThat(desk.overdue())
        .anySatisfy(
            gate -> {
              assertThat(gate.about().track()).isEqualTo("09a");
              assertThat(gate.days()).isEqualTo(55);
              assertThat(gate.cause()).isEqualTo("construction");
              assertThat(gate.asks().get(0).shortBy()).isPositive();
            });
    assertThat(desk.next())
        .isNotEmpty()
        .allMatch(gate -> gate.days() == 37 && gate.within() == null);
    assertThat(desk.stale()).extracting(s -> s.about().track()).containsExactly("07");
  }

  @Test
  void a_unit_sees_its_own_and_a_crew_its_townships() {
    Desk unit = of("unit");
    assertThat(projects(unit)).containsExactly(18);
    assertThat(unit.mine().reviewer()).isTrue();
    Desk crew = of("crew");
    Set<String> townships = accounts.getCaller("crew").townships().orElseThrow();
    assertThat(crew.waiting().stream().mapToInt(Desk.WaitingReports::count).sum())
        .isEqualTo(
            count(
                "s.state in ('received', 'partly') and r.townships && array['"
                    + String.join("','", townships)
                    + "']"))
        .isLessThan(of("planner").waiting().stream().mapToInt(Desk.WaitingReports::count).sum());
  }

  private Desk of(String userName) {
    return desks.get(accounts.getCaller(userName), plans.currentKey());
  }

  private int count(String where) {
    return jdbc.sql(
            "select count(*) from core.report r join core.report_state s"
                + " using (district_code, report_id) where "
                + where)
        .query(Integer.class)
        .single();
  }

  private static Set<Integer> projects(Desk desk) {
    return Stream.of(
            desk.overdue().stream().map(Desk.OverdueGate::about),
            desk.next().stream().map(Desk.NextGate::about),
            desk.waiting().stream().map(Desk.WaitingReports::about),
            desk.conflicts().stream().map(Desk.OpenConflict::about),
            desk.units().stream()
                .map(Desk.UnitBacklog::items)
                .flatMap(List::stream)
                .map(Backlog::about),
            desk.stale().stream().map(Desk.StaleTrack::about))
        .flatMap(s -> s)
        .map(Desk.About::project)
        .collect(Collectors.toSet());
  }
}
