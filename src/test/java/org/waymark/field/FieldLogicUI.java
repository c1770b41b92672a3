package org.waymark.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.waymark.Desk;

/**
 * The phone's arithmetic, in the browser that runs it: snapping, walking, typing, what a mark adds,
 * the order of sending.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldLogicUI extends FieldCast {
  private Desk desk;
  private Page page;

  @BeforeAll
  void opens_the_app() {
    desk = Desk.anonymous(port, 390, 844);
    page = desk.open("/field/");
  }

  @AfterAll
  void leaves() {
    desk.close();
  }

  @Test
  void a_fix_is_snapped_where_it_was_or_asked_about() {
    Map<?, ?> outcome = run(text("snapping.js"));
    assertThat((List<?>) outcome.get("faults")).isEmpty();
    assertThat((Integer) outcome.get("asked")).isPositive();
  }

  @Test
  void a_walk_keeps_measure_order_through_loops_and_hairpins() {
    Map<?, ?> outcome = run(text("walking.js"));
    assertThat((List<?>) outcome.get("faults")).isEmpty();
  }

  @Test
  void one_tap_on_a_crossing_asks_which_pass() {
    assertThat(
            run(
                """
                const { snapTap } = await import('/field/snap.js');
                const found = snapTap(cast.eight, place([0, 0]), 12);
                return { passes: found.ask.map((p) => Math.round(p.m)) };
                """))
        .hasToString("{passes=[0, 754, 1507]}");
  }

  @Test
  void accuracy_decides_over_gps_marks() {
    assertThat(
            run(
                """
                const { snapFix } = await import('/field/snap.js');
                const at = (accuracyM, off) => snapFix(cast.straight, { ...place([500, off]), accuracyM });
                const said = (s) => s.refused ?? (s.flagged ? 'flagged' : 'good');
                return { a: said(at(20, 5)), b: said(at(21, 5)), c: said(at(50, 5)), d: said(at(51, 5)), e: said(at(5, 14)), f: said(at(5, 16)), g: said(at(20, 29)) };
                """))
        .hasToString("{a=good, b=flagged, c=flagged, d=accuracy, e=good, f=far, g=good}");
  }

  @Test
  void what_was_not_seen_of_a_walk_is_a_gap() {
    assertThat(
            run(
                """
                const { matchWalk } = await import('/field/walk.js');
                const fixes = [];
                for (let m = 100; m <= 600; m += 10) if (m <= 300 || m >= 450) fixes.push({ ...place([m, 1]), accuracyM: 6, at: m * 1000 });
                fixes.push({ ...place([650, 1]), accuracyM: 80, at: 660_000 }, { ...place([610, 60]), accuracyM: 6, at: 670_000 });
                const { ranges, gaps, refused, far } = matchWalk(cast.straight, fixes);
                const whole = (list) => list.map((r) => r.map(Math.round));
                return { ranges: whole(ranges), gaps: whole(gaps), refused, far };
                """))
        .hasToString("{ranges=[[100, 300], [450, 600]], gaps=[[300, 450]], refused=1, far=1}");
  }

  @Test
  void a_range_is_read_as_people_type_it() {
    assertThat(
            run(
                """
                const { readRange } = await import('/field/typed-range.js');
                const read = (text) => { const r = readRange(text, 2000); return r.fault ?? `${r.from}-${r.to}`; };
                return { said: ['K0+350–K1+120', 'k0+350 ~ 1+120.5', 'Ｋ０＋３５０至Ｋ１＋１２０', '350-1120', 'K1+120–K0+350', 'K1+000–K2+001', 'K0+35000–K1'].map(read) };
                """))
        .hasToString("{said=[350-1120, 350-1120.5, 350-1120, form, order, past-end, form]}");
  }

  @Test
  void overlap_adds_nothing_and_nothing_passes_the_whole() {
    assertThat(
            run(
                """
                const { lineEffect } = await import('/field/effect.js');
                const { lengthOf, union } = await import('/shared/ranges.js');
                const random = chance(18);
                const faults = [];
                for (let i = 0; i < 2000; i++) {
                  const cut = () => Math.round(random() * 12000) / 10;
                  const known = Array.from({ length: 5 }, () => [cut(), cut()]).filter(([f, t]) => f < t && t <= 1000);
                  const [from, to] = [cut(), cut()].sort((a, b) => a - b);
                  const e = lineEffect(1000, { from, to }, known);
                  const inside = Math.max(0, Math.min(to, 1000) - from);
                  if (Math.abs(e.newM + e.overlapM - inside) > 0.11) faults.push(['sum', from, to, known]);
                  if (Math.abs(e.afterM - lengthOf(union(known)) - e.newM) > 0.11) faults.push(['after', from, to, known]);
                  if (e.afterPercent > 100 || e.newM < 0 || e.overlapM < 0) faults.push(['bounds', from, to, known]);
                }
                const mock = lineEffect(6130, { from: 350, to: 1120 }, [[0, 500]]);
                return { faults, mock: [mock.newM, mock.overlapM] };
                """))
        .hasToString("{faults=[], mock=[620, 150]}");
  }

  @Test
  void reports_go_before_photos_oldest_first_and_a_parked_one_holds_up_nothing() {
    assertThat(
            run(
                """
                const { fold, nextJob } = await import('/field/queue.js');
                const reports = [1, 2, 3].map((seq) => ({ seq, id: `r${seq}`, account: 'crew', photos: [`p${seq}`] }));
                reports.push({ seq: 4, id: 'other', account: 'somebody', photos: [] });
                const events = [];
                const add = (report, kind, more = {}) => events.push({ n: events.length + 1, report, kind, ...more });
                const order = [];
                for (let job; (job = nextJob(fold(reports, events), 'crew', 0)) && order.length < 20;) {
                  order.push(`${job.kind} ${job.sha256 ?? job.item.id}`);
                  if (job.kind === 'report') add(job.item.id, job.item.id === 'r2' ? 'refused' : 'receipt', { problem: {} });
                  else if (job.kind === 'photo') add(job.item.id, 'photo', { sha256: job.sha256 });
                  else add(job.item.id, 'settled');
                }
                const phases = fold(reports, events).map((i) => i.phase);
                return { order, phases };
                """))
        .hasToString(
            "{order=[report r1, report r2, report r3, photo p1, settle r1, photo p3, settle r3],"
                + " phases=[done, parked, done, waiting]}");
  }

  @Test
  void only_the_servers_own_answer_parks_or_settles_anything() {
    assertThat(
            run(
                """
                const { verdictOnReport, verdictOnPhoto, isSettled } = await import('/field/verdict.js');
                const report = (status, json, problem = false) => verdictOnReport({ status, json, problem }, 'a');
                const refusal = (code) => ({ type: `/problems/${code}` });
                return {
                  reports: [report(201, { id: 'a' }), report(200, { id: 'b' }), report(200, null), report(404, null), report(404, refusal('not-found'), true),
                    report(401, refusal('token-expired'), true), report(503, null), report(0, null), report(429, refusal('too-many-attempts'), true), report(409, refusal('id-taken'), true)],
                  photos: [verdictOnPhoto({ status: 201, json: { sha256: 'x', complete: true } }, 'x'), verdictOnPhoto({ status: 200, json: { sha256: 'y', complete: true } }, 'x'),
                    verdictOnPhoto({ status: 202, json: { sha256: 'x' } }, 'x'), verdictOnPhoto({ status: 409, json: refusal('wrong-offset'), problem: true }, 'x')],
                  settled: [isSettled({ id: 'a', photos: [{ sha256: 'x', arrived: true }] }, 'a', ['x']), isSettled({ id: 'a', photos: [{ sha256: 'x', arrived: false }] }, 'a', ['x']),
                    isSettled({ id: 'b', photos: [] }, 'a', []), isSettled({ id: 'a', photos: [] }, 'a', ['x'])],
                };
                """))
        .hasToString(
            "{reports=[received, line, line, line, refused, signed-out, again, line, again, refused],"
                + " photos=[received, line, more, offset], settled=[true, false, false, false]}");
  }

  private Map<?, ?> run(String body) {
    return (Map<?, ?>) page.evaluate("async () => {\n" + text("cast.js") + body + "\n}");
  }

  private static String text(String name) {
    try (InputStream in = FieldLogicUI.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
