package org.waymark.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.DemoIT;
import org.waymark.Visitor;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

@DemoIT
@Transactional
class TasksIT {
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");
  private static final LocalDate PAST = LocalDate.parse("2026-11-22");
  private static final LocalDate AHEAD = LocalDate.parse("2026-12-05");
  private static final String PASSWORD = "correct horse battery";
  @LocalServerPort int port;
  @Autowired Tasks tasks;
  @Autowired Accounts accounts;
  @Autowired Plans plans;

  @Test
  void a_task_of_a_unit_is_seen_by_planners_and_by_that_unit_only() {
    UUID id = take(toUnit("复核 K0+350 一段", "water", PAST));
    UUID other = take(toUnit("另一个", "housing", AHEAD));
    UUID note = take(new NewTask("只是记录", 18, null, DAY, null, null, null));
    assertThat(ids("planner")).contains(id, other, note);
    assertThat(ids("unit")).containsExactly(id);
    assertThat(ids("crew")).isEmpty();
    assertThat(ids("inspector")).isEmpty();
    Task task = tasks.listOpen(caller("unit"), key()).get(0);
    assertThat(task.daysOverdue()).isEqualTo(2);
    assertThat(task.owner()).isEqualTo(new Task.Owner("water", null, "区水利局"));
    assertThat(task.mayFinish()).isTrue();
    assertThat(tasks.listOpen(caller("planner"), key()))
        .extracting(Task::id)
        .containsSubsequence(id, other)
        .doesNotContain(note);
  }

  @Test
  void the_owner_says_done_and_only_a_planner_reopens() {
    UUID id = take(new NewTask("现场看一次", null, null, DAY, null, "inspector", AHEAD));
    Caller owner = caller("inspector");
    UUID done = UUID.randomUUID();
    tasks.change(owner, done, new NewChange(id, "done", "看过了"));
    tasks.change(owner, done, new NewChange(id, "done", "看过了"));
    Task task = tasks.list(owner, key()).get(0);
    assertThat(task.done()).isTrue();
    assertThat(task.changes()).extracting(Task.Change::text).containsExactly("看过了");
    assertThat(tasks.listOpen(owner, key())).isEmpty();
    NewChange reopened = new NewChange(id, "reopened", "照片不清");
    assertProblem(ProblemType.NOT_ALLOWED, () -> tasks.change(owner, UUID.randomUUID(), reopened));
    assertProblem(
        ProblemType.NOT_FOUND, () -> tasks.change(caller("unit"), UUID.randomUUID(), reopened));
    tasks.change(caller("planner"), UUID.randomUUID(), reopened);
    assertThat(tasks.listOpen(owner, key())).extracting(Task::id).containsExactly(id);
  }

  @Test
  void sent_again_it_is_the_same_and_other_words_under_its_id_are_refused() {
    UUID id = UUID.randomUUID();
    NewTask task = toUnit(" 报来总表 ", "water", AHEAD);
    assertThat(tasks.take(caller("planner"), key(), id, task)).isTrue();
    assertThat(tasks.take(caller("planner"), key(), id, task)).isFalse();
    assertProblem(
        ProblemType.ID_TAKEN,
        () -> tasks.take(caller("planner"), key(), id, toUnit("别的", "water", AHEAD)));
    assertProblem(ProblemType.ID_TAKEN, () -> tasks.take(caller("admin"), key(), id, task));
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    NewTask wrong = new NewTask("  ", 99, "500114999", null, "nobody", null, null);
    assertThatThrownBy(() -> take(wrong))
        .isInstanceOfSatisfying(
            Problem.class,
            p ->
                assertThat(p.faults())
                    .extracting(Problem.Fault::pointer)
                    .containsExactly(
                        "/text", "/day", "/project", "/township", "/ownerUnit", "/due"));
    assertThatThrownBy(() -> take(toUnit("太早", "water", LocalDate.parse("2025-12-31"))))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> take(new NewTask("日期没有人", null, null, DAY, null, null, AHEAD)))
        .isInstanceOf(Problem.class);
  }

  @Test
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  void views_are_shared_among_planners_and_hold_nothing_but_an_address_of_the_map() {
    Visitor planner = visitor("views-planner", Role.PLANNER);
    Visitor admin = visitor("views-admin", Role.ADMINISTRATOR);
    String path = "/api/saved-views/" + UUID.randomUUID();
    String body = "{\"name\":\"六月逾期\",\"query\":\"day=2026-07-08&light=late&view=29.5,108.7,11\"}";
    assertThat(planner.send("PUT", path, body).statusCode()).isEqualTo(204);
    HttpResponse<String> list = admin.get("/api/saved-views");
    assertThat(list.body()).contains("六月逾期", "light=late");
    assertThat(
            planner
                .send("PUT", path, body.replace("day=2026-07-08", "next=//example.org"))
                .statusCode())
        .isEqualTo(422);
    Visitor inspector = visitor("views-inspector", Role.INSPECTOR);
    assertThat(inspector.get("/api/saved-views").statusCode()).isEqualTo(403);
    assertThat(admin.send("DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(admin.get("/api/saved-views").body()).doesNotContain("六月逾期");
  }

  private Visitor visitor(String name, Role role) {
    accounts.create(new NewAccount(name, name, role, "water", null, null), PASSWORD);
    return Visitor.program(port, name, PASSWORD);
  }

  private NewTask toUnit(String text, String unit, LocalDate due) {
    return new NewTask(text, 18, "500114106", DAY, unit, null, due);
  }

  private UUID take(NewTask task) {
    UUID id = UUID.randomUUID();
    tasks.take(caller("planner"), key(), id, task);
    return id;
  }

  private List<UUID> ids(String userName) {
    return tasks.list(caller(userName), key()).stream().map(Task::id).toList();
  }

  private Caller caller(String userName) {
    return accounts.getCaller(userName);
  }

  private PlanKey key() {
    return plans.currentKey();
  }

  private static void assertProblem(
      ProblemType type, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.type()).isEqualTo(type));
  }
}
