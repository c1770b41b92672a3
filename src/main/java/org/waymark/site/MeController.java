package org.waymark.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Account;
import org.waymark.access.Callers;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.Plans;

/** Who I am, where I am, what time it is here. */
@RestController
class MeController {
  private final Callers callers;
  private final ObjectProvider<Plans> plans;
  private final DistrictClock clock;
  private final String districtName;
  private final boolean demo;

  MeController(
      Callers callers,
      ObjectProvider<Plans> plans,
      DistrictClock clock,
      @Value("${waymark.district-name}") String districtName,
      @Value("${waymark.demo}") boolean demo) {
    this.callers = callers;
    this.plans = plans;
    this.clock = clock;
    this.districtName = districtName;
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
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Me(
        account.userName(),
        account.displayName(),
        account.role(),
        null,
        new Scope(account.projects(), account.townships()),
        account.mustChange(),
        new District(account.districtCode(), districtName),
        null,
        clock.now(),
        clock.today(),
        clock.zone().getId(),
        demo,
        token == null ? null : new Csrf(token.getHeaderName(), token.getToken()));
  }
}
