package org.waymark.dispatch;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;

@RestController
class LeaderController {
  private final Leaders leaders;
  private final Callers callers;

  LeaderController(Leaders leaders, Callers callers) {
    this.leaders = leaders;
    this.callers = callers;
  }

  record Listing(List<Leaders.Candidate> accounts) {}

  @Operation(summary = "Accounts that may be marked as a leader's: the last step of the escalation")
  @GetMapping("/api/leaders")
  Listing list() {
    return new Listing(leaders.list(callers.get()));
  }

  @PutMapping("/api/leaders/{account}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void mark(@PathVariable long account) {
    leaders.set(callers.get(), account, true);
  }

  @DeleteMapping("/api/leaders/{account}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void drop(@PathVariable long account) {
    leaders.set(callers.get(), account, false);
  }
}
