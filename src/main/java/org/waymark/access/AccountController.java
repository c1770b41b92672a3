package org.waymark.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Accounts and the audit log, for administrators. */
@RestController
class AccountController {
  private final Accounts accounts;
  private final Audit audit;
  private final Callers callers;

  AccountController(Accounts accounts, Audit audit, Callers callers) {
    this.accounts = accounts;
    this.audit = audit;
    this.callers = callers;
  }

  /** null = all. */
  record Scope(List<Integer> projects, List<String> townships) {}

  /** What is not sent in a change stays. */
  record Wanted(
      String userName,
      String displayName,
      String role,
      String unitCode,
      Scope scope,
      Boolean disabled) {}

  record Shown(
      long id,
      String userName,
      String displayName,
      Role role,
      String unitCode,
      Scope scope,
      boolean mustChange,
      boolean disabled,
      boolean demo,
      Instant createdAt) {

    static Shown of(Account a) {
      return new Shown(
          a.id(),
          a.userName(),
          a.displayName(),
          a.role(),
          a.unitCode(),
          new Scope(a.projects(), a.townships()),
          a.mustChange(),
          a.disabled(),
          a.demo(),
          a.createdAt());
    }
  }

  record Listing(List<Shown> accounts) {}

  /** {@code password} is told here and never again. */
  record Issued(Shown account, String password) {}

  record AuditPage(List<AuditEvent> events) {}

  @GetMapping("/api/accounts")
  Listing list() {
    return new Listing(accounts.list().stream().map(Shown::of).toList());
  }

  @PostMapping("/api/accounts")
  @ResponseStatus(HttpStatus.CREATED)
  Issued create(@RequestBody Wanted wanted) {
    Scope scope = wanted.scope() == null ? new Scope(null, null) : wanted.scope();
    return issued(
        accounts.create(
            new NewAccount(
                wanted.userName(),
                wanted.displayName(),
                role(wanted.role()),
                wanted.unitCode() == null ? null : blankToNull(wanted.unitCode()),
                scope.projects(),
                scope.townships())));
  }

  @PatchMapping("/api/accounts/{id}")
  Shown update(@PathVariable long id, @RequestBody Wanted wanted) {
    Account old = accounts.getAccount(id);
    Scope scope =
        wanted.scope() == null ? new Scope(old.projects(), old.townships()) : wanted.scope();
    NewAccount whole =
        new NewAccount(
            old.userName(),
            wanted.displayName() == null ? old.displayName() : wanted.displayName(),
            wanted.role() == null ? old.role() : role(wanted.role()),
            wanted.unitCode() == null ? old.unitCode() : blankToNull(wanted.unitCode()),
            scope.projects(),
            scope.townships());
    boolean disabled = wanted.disabled() == null ? old.disabled() : wanted.disabled();
    return Shown.of(accounts.update(callers.get(), id, whole, disabled));
  }

  @PostMapping("/api/accounts/{id}/password")
  Issued resetPassword(@PathVariable long id) {
    return issued(accounts.resetPassword(callers.get(), id));
  }

  @GetMapping("/api/audit")
  AuditPage audit(
      @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) Long before) {
    if (limit < 1 || limit > 1000)
      throw new Problem(ProblemType.BAD_REQUEST, Map.of("detail", "limit " + limit + " (1–1000)"));
    return new AuditPage(audit.list(limit, before));
  }

  private static Issued issued(IssuedPassword issued) {
    return new Issued(Shown.of(issued.account()), issued.password());
  }

  private static Role role(String code) {
    if (code == null) return null;
    try {
      return Role.of(code);
    } catch (IllegalArgumentException e) {
      throw new Problem(
          ProblemType.FAULTY_FIELDS,
          Map.of("count", 1),
          List.of(new Problem.Fault("/role", "role", Map.of("value", code))));
    }
  }

  private static String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
