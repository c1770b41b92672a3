package org.waymark.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.waymark.problem.Busy;

/** Front door of the stream, for whoever knows its readers by something else than an account. */
@Component
public class LiveAnswers {
  private static final String TYPE = MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8";
  private final Streams streams;

  LiveAnswers(Streams streams) {
    this.streams = streams;
  }

  /**
   * Answers a reader without an account.
   *
   * @param progress whether it hears of figures that are not published, without places
   * @param lastEventId the state it knows; null = none
   * @throws Busy when as many streams as allowed are open, or this instance stops
   */
  public void serve(
      boolean progress,
      String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    serve(progress ? Audience.INDOORS : Audience.PUBLIC, lastEventId, request, response);
  }

  void serve(
      Audience audience,
      String lastEventId,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    streams.admit(audience);
    response.setContentType(TYPE);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    if (request.getMethod().equals("HEAD")) return;
    AsyncContext exchange = request.startAsync();
    exchange.setTimeout(0);
    streams.open(audience, lastEventId, exchange, response.getOutputStream());
  }
}
