package org.waymark.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.linearref.MeasureRange;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

class ReceivingIT extends CompletionCast {
  @Test
  void the_same_report_again_is_the_same_report() {
    String line = line("18.2");
    UUID id = UUID.randomUUID();
    CompletionReport report = done(line, 0, 350);
    assertThat(completions.submit(crew, KEY, id, report)).isTrue();
    assertThat(completions.submit(crew, KEY, id, report)).isFalse();
    assertThat(completions.listFor(footprint(line))).hasSize(1);
  }

  @Test
  void an_id_holds_one_body_of_one_author() {
    String line = line("18.2");
    UUID id = submit(done(line, 0, 350));
    assertThatThrownBy(() -> completions.submit(crew, KEY, id, done(line, 0, 351)))
        .satisfies(is(ProblemType.ID_TAKEN));
    Caller other = caller(Role.CREW, null, List.of(WEST));
    assertThatThrownBy(() -> completions.submit(other, KEY, id, done(line, 0, 350)))
        .satisfies(is(ProblemType.ID_TAKEN));
  }

  @Test
  void eight_phones_sending_one_report_at_once_make_one_row() throws Exception {
    String line = line("18.2");
    UUID id = UUID.randomUUID();
    CompletionReport report = done(line, 0, 350);
    List<Boolean> created = atOnce(8, () -> completions.submit(crew, KEY, id, report));
    assertThat(created).hasSize(8).containsOnlyOnce(true);
    assertThat(completions.listFor(footprint(line))).hasSize(1);
  }

  @Test
  void many_reports_of_one_line_at_once_are_all_numbered_in_order_of_receipt() throws Exception {
    String line = line("18.2");
    CompletionReport report = done(line, 0, 350);
    atOnce(8, () -> completions.submit(crew, KEY, UUID.randomUUID(), report));
    List<FoldedReport> all = completions.listFor(footprint(line));
    assertThat(all).hasSize(8);
    for (int i = 1; i < 8; i++) {
      assertThat(all.get(i).receiptNo()).isGreaterThan(all.get(i - 1).receiptNo());
      assertThat(all.get(i).receivedAt()).isAfterOrEqualTo(all.get(i - 1).receivedAt());
    }
  }

  @Test
  void a_crew_reports_only_on_what_touches_its_townships() {
    String there = line("18.2", 108.15, 29.5, 108.16);
    String across = line("18.2", 108.095, 29.5, 108.105);
    assertThatThrownBy(() -> submit(done(there, 0, 100)))
        .satisfies(is(ProblemType.FAULTY_FIELDS))
        .hasMessageContaining("/footprint");
    UUID id = submit(done(across, 0, 100));
    assertThat(completions.get(crew, id).townships())
        .extracting(Report.Place::code)
        .containsExactly(WEST);
    UUID both = submit(done(across, 400, 600));
    assertThat(completions.get(crew, both).townships())
        .extracting(Report.Place::name)
        .containsExactly("西镇", "东乡");
  }

  @Test
  void a_range_must_reach_the_crews_township_and_an_undone_one_stay_in_it() {
    String across = line("18.2", 108.095, 29.5, 108.105);
    assertThatThrownBy(() -> submit(done(across, 600, 800)))
        .satisfies(is(ProblemType.FAULTY_FIELDS))
        .hasMessageContaining("/range");
    assertThatThrownBy(() -> submit(undone(across, 400, 600, clock.now())))
        .satisfies(is(ProblemType.FAULTY_FIELDS));
    submit(undone(across, 0, 400, clock.now()));
    submit(caller(Role.CREW, null, List.of(WEST, EAST)), undone(across, 400, 600, clock.now()));
  }

  @Test
  void a_unit_reports_only_on_its_projects() {
    String trail = line("01.1");
    assertThatThrownBy(() -> submit(unit, done(trail, 0, 100)))
        .satisfies(is(ProblemType.FAULTY_FIELDS))
        .hasMessageContaining("/footprint");
    assertThatThrownBy(() -> submit(unit, figure("19.1", "100", clock.today())))
        .satisfies(is(ProblemType.NOT_FOUND));
  }

  @Test
  void only_who_writes_may_write() {
    String line = line("18.2");
    for (Role role : List.of(Role.PLANNER, Role.INSPECTOR)) {
      Caller reader = caller(role, null, null);
      assertThatThrownBy(() -> submit(reader, done(line, 0, 100)))
          .satisfies(is(ProblemType.NOT_ALLOWED));
    }
    assertThatThrownBy(() -> submit(crew, figure("08.1", "10", clock.today())))
        .satisfies(is(ProblemType.NOT_ALLOWED));
  }

  @Test
  void a_report_is_seen_by_its_author_and_within_scope_only() {
    UUID id = submit(done(line("18.2"), 0, 100));
    Caller east = caller(Role.REVIEWER, null, List.of(EAST));
    Caller roads = caller(Role.UNIT, List.of(9), null);
    assertThat(completions.get(crew, id).id()).isEqualTo(id);
    for (Caller other : List.of(east, roads)) {
      assertThatThrownBy(() -> completions.get(other, id)).satisfies(is(ProblemType.NOT_FOUND));
      assertThat(completions.list(other, KEY, ReportFilter.ofQueue()).reports())
          .extracting(Report::id)
          .doesNotContain(id);
    }
  }

  @Test
  void what_is_received_is_kept_as_sent_and_told_to_the_audit_log() {
    String line = line("18.2");
    UUID id = submit(done(line, 100.04, 350.56));
    Report report = completions.get(crew, id);
    assertThat(report.range().from()).isEqualTo(100.04);
    assertThat(completions.listFor(footprint(line)).get(0).ranges().ranges())
        .containsExactly(new MeasureRange(1000, 3506));
    assertThat(
            jdbc.sql("select action from core.audit_event where subject = :s")
                .param("s", "report/" + id)
                .query(String.class)
                .list())
        .containsExactly("report.received");
  }

  @Test
  void a_past_instant_knows_only_what_had_come_by_then() {
    String line = line("18.2");
    submit(done(line, 0, 100));
    Instant between = clock.now();
    submit(done(line, 100, 200));
    assertThat(completions.listFor(footprint(line), between)).hasSize(1);
    assertThat(completions.listFor(footprint(line), clock.now()))
        .isEqualTo(completions.listFor(footprint(line)));
  }

  private static List<Boolean> atOnce(int times, Callable<Boolean> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(times);
    try {
      List<Boolean> results = new ArrayList<>();
      for (Future<Boolean> f : threads.invokeAll(java.util.Collections.nCopies(times, work)))
        results.add(f.get());
      return results;
    } finally {
      threads.shutdown();
    }
  }

  static org.assertj.core.api.ThrowingConsumer<Throwable> is(ProblemType type) {
    return e -> assertThat(((Problem) e).type()).isEqualTo(type);
  }
}
