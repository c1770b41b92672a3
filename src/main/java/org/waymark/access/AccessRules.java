package org.waymark.access;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may call which address; scope (which projects, which townships) is checked by the modules.
 * What writes and is not named here is for administrators and planners.
 */
final class AccessRules {
  private static final String[] OWN = {
    "/api/me",
    "/api/me/password",
    "/api/me/reminders",
    "/api/me/reminders/*/acknowledgement",
    "/api/me/reminder-address",
    "/api/devices",
    "/api/devices/*"
  };

  private AccessRules() {}

  static void apply(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests.requestMatchers(AccessPaths.OPEN, AccessPaths.PAIRING, AccessPaths.SCREEN).permitAll();
    requests.requestMatchers(OWN).authenticated();
    requests.requestMatchers(HttpMethod.PUT, "/api/task-changes/*").authenticated();
    administration(requests);
    reporting(requests);
    requests.requestMatchers(HttpMethod.GET, "/**").authenticated();
    requests.requestMatchers(HttpMethod.HEAD, "/**").authenticated();
    requests.anyRequest().hasAnyRole(names(Role.ADMINISTRATOR, Role.PLANNER));
  }

  private static void administration(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .requestMatchers("/accounts", "/accounts/**", "/api/accounts", "/api/accounts/**")
        .hasRole(Role.ADMINISTRATOR.name());
    requests
        .requestMatchers("/screens", "/api/screens", "/api/screens/*")
        .hasRole(Role.ADMINISTRATOR.name());
    requests
        .requestMatchers("/api/audit", "/api/rescues", "/api/archives")
        .hasRole(Role.ADMINISTRATOR.name());
    requests
        .requestMatchers(
            "/publish",
            "/intake",
            "/api/intake/**",
            "/api/snapshots",
            "/api/snapshots/**",
            "/api/public-photos",
            "/api/public-photos/*",
            "/api/plan-workbook",
            "/api/plan-workbook/*",
            "/api/plan-drafts",
            "/api/plan-drafts/*",
            "/api/plan-proposals",
            "/api/plan-versions",
            "/api/task-owners",
            "/api/saved-views",
            "/api/saved-views/*",
            "/api/leaders",
            "/api/leaders/*")
        .hasAnyRole(names(Role.ADMINISTRATOR, Role.PLANNER));
    requests
        .requestMatchers("/papers", "/api/papers", "/api/papers/**")
        .hasAnyRole(names(Role.ADMINISTRATOR, Role.PLANNER, Role.UNIT, Role.INSPECTOR));
  }

  /** A reviewer reports too: after a review only a reviewer may undo. */
  private static void reporting(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    requests
        .requestMatchers(
            HttpMethod.PUT,
            "/api/completion-reports/*",
            "/api/photos/*",
            "/api/walks/*",
            "/api/working-notices/*")
        .hasAnyRole(names(Role.ADMINISTRATOR, Role.UNIT, Role.REVIEWER, Role.CREW));
    requests
        .requestMatchers(HttpMethod.POST, "/api/completion-reports/batch")
        .hasAnyRole(names(Role.ADMINISTRATOR, Role.UNIT, Role.REVIEWER, Role.CREW));
    requests
        .requestMatchers(HttpMethod.DELETE, "/api/working-notices/*")
        .hasAnyRole(names(Role.ADMINISTRATOR, Role.UNIT, Role.REVIEWER, Role.CREW));
    requests
        .requestMatchers(
            HttpMethod.PUT,
            "/api/quantity-reports/*",
            "/api/declared-percents/*",
            "/api/checklist-reports/*")
        .hasAnyRole(names(Role.ADMINISTRATOR, Role.UNIT));
    requests
        .requestMatchers(HttpMethod.PUT, "/api/reviews/*")
        .hasAnyRole(names(Role.ADMINISTRATOR, Role.UNIT, Role.REVIEWER));
  }

  private static String[] names(Role... roles) {
    String[] names = new String[roles.length];
    for (int i = 0; i < roles.length; i++) names[i] = roles[i].name();
    return names;
  }
}
