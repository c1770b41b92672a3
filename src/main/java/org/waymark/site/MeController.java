package org.waymark.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Account;
import org.waymark.access.Callers;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Unit;

/** Who I am, where I am, what time it is here. */
@RestController
class MeController {
  private final Callers callers;
  private final Plans plans;
  private final DistrictClock clock;
  private final boolean demo;

  MeController(
      Callers callers, Plans plans, DistrictClock clock, @Value("${waymark.demo}") boolean demo) {
    this.callers = callers;
    this.plans = plans;
    this.clock = clock;
    this.demo = demo;
  }

  /** null = all. */
  record Scope(List<Integer> projects, List<String> townships) {}

  record District(String code, String name) {}

  /** {@code name} is missing before the first plan is loaded. */
  record CurrentPlan(int year, String name) {}

  record Csrf(String header, String token) {}

  /**
   * @param csrf missing for programs that send {@code Authorization}
   */
  record Me(
      String userName,
      String displayName,
      Role role,
      String unitName,
      Scope scope,
      boolean mustChange,
      District district,
      CurrentPlan plan,
      Instant now,
      LocalDate today,
      String zone,
      boolean demo,
      Csrf csrf) {}

  @GetMapping("/api/me")
  Me me(HttpServletRequest request) {
    callers.get();
    Account account = callers.findAccount().orElseThrow();
    PlanKey key = plans.currentKey();
    Optional<Plan> plan = plans.findAsOf(key, clock.now());
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Me(
        account.userName(),
        account.displayName(),
        account.role(),
        plan.flatMap(p -> unitName(p, account.unitCode())).orElse(account.unitCode()),
        new Scope(account.projects(), account.townships()),
        account.mustChange(),
        new District(account.districtCode(), plans.districtName(key)),
        new CurrentPlan(key.year(), plan.map(Plan::name).orElse(null)),
        clock.now(),
        clock.today(),
        clock.zone().getId(),
        demo,
        token == null ? null : new Csrf(token.getHeaderName(), token.getToken()));
  }

  private static Optional<String> unitName(Plan plan, String code) {
    return plan.units().stream().filter(u -> u.code().equals(code)).map(Unit::name).findFirst();
  }
}
