package org.waymark.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Account;
import org.waymark.access.Callers;

/** The stream. Who is not signed in hears only of what is published. */
@RestController
@EnableConfigurationProperties(LiveSettings.class)
class LiveController {
  private static final String TYPE = MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8";
  private final Streams streams;
  private final Callers callers;

  LiveController(Streams streams, Callers callers) {
    this.streams = streams;
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
    Audience audience = audience();
    streams.admit(audience);
    response.setContentType(TYPE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    if (request.getMethod().equals("HEAD")) return;
    AsyncContext exchange = request.startAsync();
    exchange.setTimeout(0);
    streams.open(audience, lastEventId, exchange, response.getOutputStream());
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
