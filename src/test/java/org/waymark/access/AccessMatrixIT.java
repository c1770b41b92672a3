package org.waymark.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;

/** Every address of the application, called by nobody and by each role. */
@WaymarkIT
class AccessMatrixIT {
  private static final String PASSWORD = "correct horse battery";

  /** What the rules let through is for everybody signed in unless it is named here. */
  private static final Map<String, Set<Role>> NARROW =
      Map.of(
          "PUT /api/completion-reports/",
              Set.of(Role.ADMINISTRATOR, Role.UNIT, Role.REVIEWER, Role.CREW),
          "POST /api/completion-reports/",
              Set.of(Role.ADMINISTRATOR, Role.UNIT, Role.REVIEWER, Role.CREW),
          "PUT /api/photos/", Set.of(Role.ADMINISTRATOR, Role.UNIT, Role.REVIEWER, Role.CREW),
          "PUT /api/walks/", Set.of(Role.ADMINISTRATOR, Role.UNIT, Role.REVIEWER, Role.CREW),
          "PUT /api/working-notices/",
              Set.of(Role.ADMINISTRATOR, Role.UNIT, Role.REVIEWER, Role.CREW),
          "DELETE /api/working-notices/",
              Set.of(Role.ADMINISTRATOR, Role.UNIT, Role.REVIEWER, Role.CREW),
          "PUT /api/quantity-reports/", Set.of(Role.ADMINISTRATOR, Role.UNIT),
          "PUT /api/declared-percents/", Set.of(Role.ADMINISTRATOR, Role.UNIT),
          "PUT /api/checklist-reports/", Set.of(Role.ADMINISTRATOR, Role.UNIT),
          "PUT /api/reviews/", Set.of(Role.ADMINISTRATOR, Role.UNIT, Role.REVIEWER));

  private static final List<String> ADMINISTRATION =
      List.of(
          "/api/accounts",
          "/api/audit",
          "/api/rescues",
          "/api/archives",
          "/accounts",
          "/api/screens",
          "/screens");
  private static final List<String> OPEN =
      List.of(
          "/sign-in",
          "/api/csrf",
          "/error",
          "/problems",
          "/p/",
          "/api/published",
          "/ogc",
          "/tiles/public",
          "/favicon",
          "/field",
          "/api/device-pairings",
          "/live",
          "/board");

  private static final List<String> PUBLICATION =
      List.of(
          "/publish",
          "/intake",
          "/api/intake",
          "/api/snapshots",
          "/api/public-photos",
          "/api/plan-workbook",
          "/api/plan-drafts",
          "/api/plan-proposals",
          "/api/plan-versions",
          "/api/task-owners",
          "/api/saved-views",
          "/api/leaders");

  private static final Set<Role> PAPERS =
      Set.of(Role.ADMINISTRATOR, Role.PLANNER, Role.UNIT, Role.INSPECTOR);

  @LocalServerPort int port;
  @Autowired Accounts accounts;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Test
  void each_address_answers_whom_it_is_for() {
    Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
    for (Role role : Role.values()) visitors.put(role, visitor(role));
    List<String> calls = calls();
    assertThat(calls).hasSizeGreaterThan(20).contains("GET /api/me", "GET /api/audit");
    List<String> wrong = new ArrayList<>();
    for (String call : calls) {
      if (OPEN.stream().anyMatch(path -> (path(call) + "/").startsWith(path))) continue;
      expect(wrong, call, "nobody", status(Visitor.anonymous(port), call), 401);
      visitors.forEach(
          (role, visitor) ->
              expect(wrong, call, role.code(), status(visitor, call), may(role, call) ? 0 : 403));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void the_sign_in_page_and_health_are_open_to_nobody_in_particular() {
    for (String path :
        List.of(
            "/sign-in",
            "/api/csrf",
            "/actuator/health",
            "/styles/tokens.css",
            "/i18n/zh.json",
            "/shared/api.js"))
      assertThat(Visitor.browser(port).get(path).statusCode()).as(path).isEqualTo(200);
    for (String path :
        List.of(
            "/planner/main.js",
            "/v3/api-docs",
            "/gis-data/plan/x.yaml",
            "/actuator/env",
            "/actuator"))
      assertThat(Visitor.anonymous(port).get(path).statusCode()).as(path).isEqualTo(401);
  }

  /** 0 = anything but a refusal or a failure. */
  private static void expect(List<String> wrong, String call, String who, int got, int wanted) {
    boolean fits = wanted == 0 ? got != 401 && got != 403 && got < 500 : got == wanted;
    if (!fits)
      wrong.add(
          call + " by " + who + ": " + got + ", wanted " + (wanted == 0 ? "an answer" : wanted));
  }

  private static boolean may(Role role, String call) {
    if (ADMINISTRATION.stream().anyMatch(path -> path(call).startsWith(path)))
      return role == Role.ADMINISTRATOR;
    if (PUBLICATION.stream().anyMatch(path -> path(call).startsWith(path)))
      return role == Role.ADMINISTRATOR || role == Role.PLANNER;
    if (path(call).startsWith("/papers") || path(call).startsWith("/api/papers"))
      return PAPERS.contains(role);
    if (call.startsWith("PUT /api/task-changes/")) return true;
    if (path(call).startsWith("/api/me") || path(call).startsWith("/api/devices")) return true;
    for (Map.Entry<String, Set<Role>> narrow : NARROW.entrySet())
      if (call.startsWith(narrow.getKey())) return narrow.getValue().contains(role);
    return call.startsWith("GET ")
        || call.startsWith("HEAD ")
        || role == Role.ADMINISTRATOR
        || role == Role.PLANNER;
  }

  private static String path(String call) {
    return call.substring(call.indexOf(' ') + 1);
  }

  private static int status(Visitor visitor, String call) {
    String method = call.substring(0, call.indexOf(' '));
    boolean reads = method.equals("GET") || method.equals("HEAD");
    HttpResponse<String> answer = visitor.send(method, path(call), reads ? null : "{}");
    return answer.statusCode();
  }

  /** Such as {@code PUT /api/reviews/4f…}. */
  private List<String> calls() {
    Set<String> calls = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (info, handler) -> {
              if (!handler.getBeanType().getPackageName().startsWith("org.waymark")) return;
              for (String pattern : info.getPatternValues())
                methods(info).forEach(m -> calls.add(m + " " + filled(pattern, handler)));
            });
    return List.copyOf(calls);
  }

  private static List<String> methods(RequestMappingInfo info) {
    Set<?> methods = info.getMethodsCondition().getMethods();
    return methods.isEmpty() ? List.of("GET") : methods.stream().map(Object::toString).toList();
  }

  private static String filled(String pattern, HandlerMethod handler) {
    String path = pattern;
    for (Parameter parameter : handler.getMethod().getParameters()) {
      if (!parameter.isAnnotationPresent(PathVariable.class)) continue;
      String value =
          parameter.getType() == UUID.class
              ? "11111111-1111-4111-8111-111111111111"
              : parameter.getType() == String.class ? "a".repeat(64) : "0";
      path = path.replaceFirst("\\{(?:[^{}]|\\{[^{}]*})*}", value);
    }
    return path;
  }

  private Visitor visitor(Role role) {
    String name = "matrix-" + role.code();
    accounts.create(
        new NewAccount(
            name,
            role.code(),
            role,
            null,
            role == Role.UNIT ? List.of(1) : null,
            role == Role.CREW ? List.of("500114106") : null),
        PASSWORD);
    return Visitor.program(port, name, PASSWORD);
  }
}
