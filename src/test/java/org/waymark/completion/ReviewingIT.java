package org.waymark.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waymark.completion.NewReview.Verdict.ACCEPT;
import static org.waymark.completion.NewReview.Verdict.RETURN;
import static org.waymark.completion.NewReview.Verdict.REVOKE;
import static org.waymark.completion.ReceivingIT.is;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.completion.CompletionReport.Kind;
import org.waymark.completion.CompletionReport.MetreRange;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

class ReviewingIT extends CompletionCast {
  @Test
  void an_accepted_report_is_verified_and_a_revoked_one_is_received_again() {
    String line = line("18.2");
    UUID id = submit(done(line, 0, 350));
    assertThat(completions.listFor(footprint(line)).get(0).verified()).isFalse();
    review(id, ACCEPT);
    assertThat(completions.listFor(footprint(line)).get(0).verified()).isTrue();
    review(id, REVOKE);
    assertThat(state(id)).isEqualTo("received");
    review(id, RETURN);
    assertThat(completions.listFor(footprint(line)).get(0).counted()).isFalse();
    review(id, REVOKE);
    assertThat(state(id)).isEqualTo("received");
    assertThat(completions.get(admin, id).reviews())
        .extracting(Report.ReviewRow::verdict)
        .containsExactly("accept", "revoke", "return", "revoke");
  }

  @Test
  void nobody_reviews_their_own_report_administrators_included() {
    UUID id = submit(admin, done(line("18.2"), 0, 100));
    for (NewReview.Verdict verdict : NewReview.Verdict.values())
      assertThatThrownBy(() -> review(admin, id, 1, verdict))
          .satisfies(why(ProblemType.NOT_ALLOWED, "own-work"));
    assertThat(completions.get(admin, id).mayReview()).isFalse();
    assertThat(completions.get(admin, id).whyNot()).isNotBlank();
  }

  @Test
  void a_done_report_wants_its_photos_before_it_can_be_accepted() {
    String line = line("18.2");
    UUID none =
        submit(
            completion(
                line, Kind.DONE, null, new MetreRange(0.0, 9.0), clock.now(), List.of(), null));
    assertThatThrownBy(() -> review(none, ACCEPT))
        .satisfies(why(ProblemType.CANNOT_REVIEW, "no-photo"));
    byte[] picture = TestPictures.jpeg(-7);
    String sha256 = TestPictures.sha256(picture);
    UUID late =
        submit(
            completion(
                line, Kind.DONE, null, new MetreRange(0.0, 9.0), clock.now(), cite(sha256), null));
    assertThat(completions.get(admin, late).missingPhotos()).isEqualTo(1);
    assertThatThrownBy(() -> review(late, ACCEPT))
        .satisfies(why(ProblemType.CANNOT_REVIEW, "photos-missing"));
    photos.store(crew, sha256, picture);
    assertThat(completions.get(admin, late).photos().get(0).arrived()).isTrue();
    review(late, ACCEPT);
    assertThat(state(late)).isEqualTo("accepted");
  }

  @Test
  void undone_and_figures_need_no_photo() {
    String line = line("18.2");
    UUID undone = submit(undone(line, 0, 100, clock.now()));
    review(undone, ACCEPT);
    UUID figure = submit(unit, figure("08.1", "12", LocalDate.of(2026, 3, 1)));
    review(figure, ACCEPT);
    assertThat(List.of(state(undone), state(figure))).containsOnly("accepted");
  }

  @Test
  void a_chain_of_two_levels_wants_two_persons_in_order() {
    String road = line("09.2");
    UUID id = submit(done(road, 0, 100));
    assertThatThrownBy(() -> review(reviewer, id, 2, ACCEPT))
        .satisfies(why(ProblemType.CANNOT_REVIEW, "level"));
    review(reviewer, id, 1, ACCEPT);
    assertThat(state(id)).isEqualTo("partly");
    assertThat(completions.listFor(footprint(road)).get(0).verified()).isFalse();
    assertThatThrownBy(() -> review(reviewer, id, 2, ACCEPT))
        .satisfies(why(ProblemType.CANNOT_REVIEW, "same-reviewer"));
    assertThat(queue(reviewer)).doesNotContain(id);
    assertThat(queue(unit)).contains(id);
    review(unit, id, 2, ACCEPT);
    assertThat(completions.listFor(footprint(road)).get(0).verified()).isTrue();
  }

  @Test
  void a_unit_reviews_field_reports_of_others_only() {
    UUID figure = submit(unit, figure("08.1", "13", LocalDate.of(2026, 3, 2)));
    Caller colleague = caller(Role.UNIT, List.of(8), null);
    assertThatThrownBy(() -> review(colleague, figure, 1, ACCEPT))
        .satisfies(why(ProblemType.NOT_ALLOWED, "role"));
    UUID field = submit(done(line("18.2"), 0, 100));
    review(unit, field, 1, ACCEPT);
    for (Role role : List.of(Role.CREW, Role.INSPECTOR, Role.PLANNER)) {
      Caller reader = caller(role, null, List.of(WEST));
      assertThatThrownBy(() -> review(reader, field, 1, REVOKE))
          .satisfies(is(ProblemType.NOT_ALLOWED));
    }
  }

  @Test
  void a_reviewer_sees_nothing_outside_the_scope() {
    UUID id = submit(done(line("18.2"), 0, 100));
    Caller east = caller(Role.REVIEWER, null, List.of(EAST));
    assertThatThrownBy(() -> review(east, id, 1, ACCEPT)).satisfies(is(ProblemType.NOT_FOUND));
  }

  @Test
  void the_same_review_again_is_the_same_review_and_its_id_holds_no_other() {
    UUID id = submit(done(line("18.2"), 0, 100));
    UUID verdict = UUID.randomUUID();
    NewReview accept = new NewReview(id, 1, ACCEPT, null);
    assertThat(completions.review(reviewer, verdict, accept)).isTrue();
    assertThat(completions.review(reviewer, verdict, accept)).isFalse();
    assertThatThrownBy(
            () -> completions.review(reviewer, verdict, new NewReview(id, 1, RETURN, "no")))
        .satisfies(is(ProblemType.ID_TAKEN));
    assertThat(completions.get(admin, id).reviews()).hasSize(1);
  }

  @Test
  void two_reviewers_at_once_give_one_verdict() {
    UUID id = submit(done(line("18.2"), 0, 100));
    List<CompletableFuture<Object>> both = new ArrayList<>();
    for (NewReview.Verdict verdict : List.of(ACCEPT, RETURN, ACCEPT, RETURN))
      both.add(
          CompletableFuture.supplyAsync(() -> (Object) review(reviewer, id, 1, verdict))
              .exceptionally(e -> e.getCause()));
    List<Object> results = both.stream().map(CompletableFuture::join).toList();
    assertThat(results.stream().filter(UUID.class::isInstance)).hasSize(1);
    assertThat(results.stream().filter(Problem.class::isInstance)).hasSize(3);
    assertThat(completions.get(admin, id).reviews()).hasSize(1);
  }

  @Test
  void a_return_or_a_revoke_needs_a_reason() {
    UUID id = submit(done(line("18.2"), 0, 100));
    for (NewReview.Verdict verdict : List.of(RETURN, REVOKE))
      assertThatThrownBy(
              () ->
                  completions.review(
                      reviewer, UUID.randomUUID(), new NewReview(id, 1, verdict, null)))
          .satisfies(is(ProblemType.FAULTY_FIELDS));
    assertThatThrownBy(() -> review(id, REVOKE))
        .satisfies(why(ProblemType.CANNOT_REVIEW, "nothing-to-revoke"));
  }

  @Test
  void both_sides_of_a_conflict_wait_and_each_is_decided() {
    String line = line("18.2");
    Instant now = clock.now();
    UUID done = submit(done(line, 0, 100, now.minusSeconds(60)));
    review(done, ACCEPT);
    UUID undone = submit(undone(line, 50, 150, now.minusSeconds(3600)));
    Report one = completions.get(admin, done);
    assertThat(one.state()).isEqualTo("conflict");
    assertThat(one.conflict().reason()).isEqualTo("order");
    assertThat(one.conflict().with()).containsExactly(undone);
    assertThat(completions.get(admin, undone).conflict().with()).containsExactly(done);
    assertThat(completions.listFor(footprint(line))).noneMatch(FoldedReport::verified);
    assertThat(completions.listFor(footprint(line))).allMatch(FoldedReport::counted);
    assertThat(queue(reviewer)).contains(done, undone);
    review(undone, RETURN);
    assertThat(state(done)).isEqualTo("accepted");
  }

  @Test
  void who_sent_one_side_of_a_conflict_decides_neither() {
    String line = line("18.2");
    Instant now = clock.now();
    UUID own = submit(reviewer, done(line, 0, 100, now.minusSeconds(60)));
    review(admin, own, 1, ACCEPT);
    UUID against = submit(undone(line, 50, 150, now.minusSeconds(3600)));
    assertThat(state(own)).isEqualTo("conflict");
    for (NewReview.Verdict verdict : List.of(ACCEPT, RETURN))
      assertThatThrownBy(() -> review(reviewer, against, 1, verdict))
          .satisfies(why(ProblemType.NOT_ALLOWED, "own-conflict"));
    assertThat(completions.get(reviewer, against).mayReview()).isFalse();
    review(admin, against, 1, RETURN);
    assertThat(state(own)).isEqualTo("accepted");
  }

  @Test
  void who_cannot_see_the_other_side_of_a_conflict_cannot_decide_it() {
    String across = line("18.2", 108.095, 29.5, 108.105);
    Instant now = clock.now();
    UUID wide = submit(done(across, 0, 1000, now.minusSeconds(60)));
    UUID west = submit(undone(across, 0, 100, now.minusSeconds(3600)));
    Caller east = caller(Role.REVIEWER, null, List.of(EAST));
    assertThatThrownBy(() -> review(east, wide, 1, ACCEPT))
        .satisfies(why(ProblemType.CANNOT_REVIEW, "conflict-out-of-scope"));
    review(reviewer, west, 1, RETURN);
    review(east, wide, 1, ACCEPT);
    assertThat(state(wide)).isEqualTo("accepted");
  }

  @Test
  void what_is_new_and_what_overlaps_is_told_against_what_is_verified_now() {
    String line = line("18.2");
    review(submit(done(line, 0, 100)), ACCEPT);
    UUID id = submit(done(line, 50, 250));
    Report report = completions.get(admin, id);
    assertThat(report.newM()).isEqualTo(150);
    assertThat(report.overlapM()).isEqualTo(50);
  }

  @Test
  void a_report_without_a_step_and_one_of_the_counting_step_overlap() {
    String road = line("09.1");
    review(submit(done(road, 0, 100)), ACCEPT);
    UUID id =
        submit(
            completion(
                road, Kind.DONE, "路面", new MetreRange(50.0, 250.0), clock.now(), photo(), null));
    assertThat(completions.get(admin, id).newM()).isEqualTo(150);
    assertThat(completions.get(admin, id).overlapM()).isEqualTo(50);
  }

  @Test
  void a_past_is_replayed_with_the_reviews_of_its_time() {
    String line = line("18.2");
    UUID id = submit(done(line, 0, 100));
    Instant received = clock.now();
    review(id, ACCEPT);
    Instant accepted = clock.now();
    review(id, REVOKE);
    assertThat(completions.listFor(footprint(line), received).get(0).verified()).isFalse();
    assertThat(completions.listFor(footprint(line), accepted).get(0).verified()).isTrue();
    assertThat(completions.listFor(footprint(line), clock.now()))
        .isEqualTo(completions.listFor(footprint(line)));
    for (Instant then : List.of(received, accepted, clock.now()))
      assertThat(completions.listForFootprints(KEY, then).get(line))
          .isEqualTo(completions.listFor(footprint(line), then));
  }

  @Test
  void reports_follow_the_ground_and_conflict_where_it_moved() {
    String line = line("18.2");
    UUID id = submit(done(line, 0, 100));
    review(id, ACCEPT);
    Map<Instant, List<FoldedReport>> known = new LinkedHashMap<>();
    known.put(clock.now(), completions.listFor(footprint(line)));
    moveLine(line, "18.2", 0.00001);
    assertThat(state(id)).isEqualTo("accepted");
    known.put(clock.now(), completions.listFor(footprint(line)));
    moveLine(line, "18.2", 0.001);
    known.put(clock.now(), completions.listFor(footprint(line)));
    assertThat(completions.get(admin, id).conflict().reason()).isEqualTo("moved");
    UUID old = submit(done(line, 100, 200));
    assertThat(state(old)).isEqualTo("conflict");
    assertThat(completions.get(admin, old).footprint().version()).isEqualTo(1);
    review(old, ACCEPT);
    assertThat(state(old)).isEqualTo("accepted");
    footprints.retire(KEY, line);
    assertThat(completions.get(admin, old).conflict().reason()).isEqualTo("retired");
    known.forEach(
        (instant, then) -> {
          assertThat(completions.listFor(footprint(line), instant)).isEqualTo(then);
          assertThat(completions.listForFootprints(KEY, instant).get(line)).isEqualTo(then);
        });
    assertThat(completions.listFor(footprint(line))).allMatch(FoldedReport::counted);
  }

  @Test
  void the_queue_pages_by_receipt_and_counts_all() {
    Caller alone = caller(Role.REVIEWER, List.of(2), null);
    String area = area();
    List<UUID> sent = new ArrayList<>();
    for (int i = 1; i <= 5; i++) sent.add(submit(areaOf(area, i * 100)));
    ReportFilter first = new ReportFilter("queue", null, 2, null, null, null, area, 2, null);
    ReportPage page = completions.list(alone, KEY, first);
    List<UUID> seen = new ArrayList<>();
    while (true) {
      assertThat(page.total()).isEqualTo(5);
      page.reports().forEach(r -> seen.add(r.id()));
      if (page.next() == null) break;
      page =
          completions.list(
              alone,
              KEY,
              new ReportFilter("queue", null, 2, null, null, null, area, 2, page.next()));
    }
    assertThat(seen).containsExactlyElementsOf(sent);
  }

  @Test
  void somebody_else_looks_again_at_what_was_drawn_and_no_figure_changes() {
    String line = line("18.2");
    UUID id = submitDrawn(done(line, 0, 100));
    List<FoldedReport> before = completions.listFor(footprint(line));
    Caller other = caller(Role.REVIEWER, null, null);
    assertThat(drawn(reviewer, line)).isEmpty();
    assertThat(drawn(other, line)).containsExactly(id);
    assertThatThrownBy(() -> review(id, ACCEPT))
        .satisfies(why(ProblemType.CANNOT_REVIEW, "same-recheck"));
    assertThat(completions.get(other, id).mayRecheck()).isTrue();
    review(other, id, 1, ACCEPT);
    assertThat(drawn(other, line)).isEmpty();
    assertThat(completions.get(other, id).recheck()).isFalse();
    assertThat(completions.listFor(footprint(line))).isEqualTo(before);
    assertThatThrownBy(() -> review(other, id, 1, ACCEPT))
        .satisfies(why(ProblemType.CANNOT_REVIEW, "complete"));
  }

  @Test
  void a_recheck_that_finds_a_fault_revokes() {
    String line = line("18.2");
    UUID id = submitDrawn(done(line, 0, 100));
    Caller other = caller(Role.REVIEWER, null, null);
    review(other, id, 1, REVOKE);
    assertThat(state(id)).isEqualTo("received");
    assertThat(drawn(other, line)).isEmpty();
  }

  private List<UUID> drawn(Caller caller, String footprint) {
    ReportFilter filter =
        new ReportFilter("recheck", null, null, null, null, null, footprint, 100, null);
    return completions.list(caller, KEY, filter).reports().stream().map(Report::id).toList();
  }

  private CompletionReport areaOf(String area, int quantity) {
    return new CompletionReport(
        area,
        1,
        Kind.DONE,
        null,
        null,
        null,
        null,
        BigDecimal.valueOf(quantity),
        clock.now(),
        CompletionReport.Method.TYPED,
        null,
        photo(),
        null);
  }

  private List<UUID> queue(Caller caller) {
    ReportFilter all = new ReportFilter("queue", null, null, null, null, null, null, 100, null);
    return completions.list(caller, KEY, all).reports().stream().map(Report::id).toList();
  }

  private static org.assertj.core.api.ThrowingConsumer<Throwable> why(
      ProblemType type, String why) {
    return e -> {
      assertThat(((Problem) e).type()).isEqualTo(type);
      assertThat(((Problem) e).args().get("why")).isEqualTo(why);
    };
  }

  @Test
  void a_figure_above_its_target_or_far_ahead_wants_a_word_that_the_reviewer_sees() {
    LocalDate early = LocalDate.of(2026, 2, 10);
    assertThat(whyNot(figure("13.3", "701", clock.today()))).contains("above-target");
    assertThat(plans.get(KEY).findIndicator("19.2").orElseThrow().ceiling(BigDecimal.TEN))
        .as("a tenth more than a least is no matter")
        .isEqualByComparingTo("11");
    assertThat(whyNot(figure("14.1", "9000", early))).contains("far-ahead");
    assertThat(whyNot(new DeclaredPercent("02", new BigDecimal(60), early, null, null)))
        .contains("far-ahead");
    UUID id =
        submit(
            admin,
            new QuantityReport(
                "13.3",
                new BigDecimal(701),
                clock.today(),
                null,
                "厂家多送",
                null,
                List.of("a".repeat(64))));
    assertThat(completions.get(reviewer, id).flags()).contains("above-target");
    assertThat(completions.get(reviewer, id).note()).isEqualTo("厂家多送");
    assertThat(completions.get(reviewer, id).missingPhotos()).isEqualTo(1);
    assertThat(whyNot(figure("13.3", "702", clock.today()))).as("it was explained").isEmpty();
  }

  /** Keys of the faults; what is none is stored. */
  private List<String> whyNot(NewReport report) {
    try {
      submit(admin, report);
      return List.of();
    } catch (Problem problem) {
      return problem.faults().stream().map(Problem.Fault::key).toList();
    }
  }
}
