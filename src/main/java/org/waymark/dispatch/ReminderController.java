package org.waymark.dispatch;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;
import org.waymark.plan.Plans;

/** The caller's own reminders. */
@RestController
class ReminderController {
  private final Reminders reminders;
  private final Plans plans;
  private final Callers callers;

  ReminderController(Reminders reminders, Plans plans, Callers callers) {
    this.reminders = reminders;
    this.plans = plans;
    this.callers = callers;
  }

  @GetMapping("/api/me/reminders")
  Reminders.Own list(@RequestParam(name = "plan", required = false) Integer year) {
    return reminders.listOpen(callers.get(), plans.keyOf(year));
  }

  @PutMapping("/api/me/reminders/{id}/acknowledgement")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void acknowledge(@PathVariable UUID id) {
    reminders.acknowledge(callers.get(), id);
  }

  record Address(String address) {}

  @PutMapping("/api/me/reminder-address")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setAddress(@RequestBody Address body) {
    reminders.setAddress(callers.get(), body.address());
  }
}
