package org.waymark.meeting;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;
import org.waymark.plan.Plans;

/** Notes and tasks of meetings. */
@RestController
class TaskController {
  private final Tasks tasks;
  private final Plans plans;
  private final Callers callers;

  TaskController(Tasks tasks, Plans plans, Callers callers) {
    this.tasks = tasks;
    this.plans = plans;
    this.callers = callers;
  }

  record TaskList(List<Task> tasks, int open, int overdue) {}

  @Operation(summary = "Notes and tasks: all for planners, else what is the caller's own")
  @GetMapping("/api/tasks")
  TaskList list(@RequestParam(name = "plan", required = false) Integer year) {
    List<Task> all = tasks.list(callers.get(), plans.keyOf(year));
    List<Task> open = all.stream().filter(t -> t.owner() != null && !t.done()).toList();
    return new TaskList(
        all, open.size(), (int) open.stream().filter(t -> t.daysOverdue() > 0).count());
  }

  @Operation(summary = "A note; with an owner and a date a task. Safe to send again")
  @PutMapping("/api/tasks/{id}")
  ResponseEntity<Void> take(
      @PathVariable UUID id,
      @RequestBody NewTask body,
      @RequestParam(name = "plan", required = false) Integer year) {
    boolean created = tasks.take(callers.get(), plans.keyOf(year), id, body);
    return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.NO_CONTENT).build();
  }

  @Operation(summary = "A task is done, or open again. Safe to send again")
  @PutMapping("/api/task-changes/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(@PathVariable UUID id, @RequestBody NewChange body) {
    tasks.change(callers.get(), id, body);
  }

  record Owners(List<Task.Owner> owners) {}

  @Operation(summary = "Whom a task may be given to")
  @GetMapping("/api/task-owners")
  Owners owners(@RequestParam(name = "plan", required = false) Integer year) {
    return new Owners(tasks.listOwners(plans.keyOf(year)));
  }
}
