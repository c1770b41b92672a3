package org.waymark.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Account;
import org.waymark.access.Callers;

/** The stream. Who is not signed in hears only of what is published. */
@RestController
@EnableConfigurationProperties(LiveSettings.class)
class LiveController {
  private final LiveAnswers live;
  private final Callers callers;

  LiveController(LiveAnswers live, Callers callers) {
    this.live = live;
    this.callers = callers;
  }

  @Operation(
      summary = "Small notices that something changed",
      description =
          """
          Server-sent events. `state` comes at once and after each change: its id is the state, its data \
          {"progress": 12, "published": 3, "projects": [18]}. progress and projects only with sign-in; projects are \
          those in scope that changed, null = it may be any. Whoever knows another state reads anew. A comment comes \
          every 15 s; the stream ends after about ten minutes, to be opened again with Last-Event-ID.""")
  @ApiResponse(responseCode = "200", description = "text/event-stream without an end")
  @ApiResponse(responseCode = "503", description = "too-many-streams, with Retry-After")
  @GetMapping("/live")
  void stream(
      @RequestHeader(name = "Last-Event-ID", required = false) String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    live.serve(audience(), lastEventId, request, response);
  }

  /** With a one-time password one is nobody yet. */
  private Audience audience() {
    return callers
        .findAccount()
        .filter(account -> !account.mustChange())
        .map(Account::caller)
        .map(Audience::of)
        .orElse(Audience.PUBLIC);
  }
}
