package org.waymark.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.waymark.access.TooManyAttempts;
import org.waymark.problem.BrokenOff;
import org.waymark.problem.Busy;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/**
 * The one place where errors become answers: those of controllers and of the sign-in chains by
 * {@link #answer}, those of the server itself by {@link #answerError}. What failed here is logged
 * under a number that the answer quotes; no answer holds a stack trace.
 */
@RestControllerAdvice
@ConditionalOnWebApplication
@RestController
class ProblemAnswers implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
  private final ProblemPages pages;

  ProblemAnswers(ProblemPages pages) {
    this.pages = pages;
  }

  @ExceptionHandler(Exception.class)
  void answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (failure instanceof AsyncRequestNotUsableException) return; // the reader has left
    if (failure instanceof BrokenOff broken) throw broken; // the server cuts the connection
    Problem problem = ProblemCatalogue.of(failure, request);
    if (failure instanceof TooManyAttempts attempts)
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(attempts.retryAfterSeconds()));
    if (problem instanceof Busy busy)
      response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(busy.retryAfterSeconds()));
    if (failure instanceof HttpRequestMethodNotSupportedException wrong
        && wrong.getSupportedMethods() != null)
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", wrong.getSupportedMethods()));
    write(problem, failure, request, response);
  }

  /** What never reached a controller: a malformed address, a failing filter. */
  @RequestMapping("/error")
  void answerError(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    write(
        ProblemCatalogue.ofStatus(status == null ? 404 : status, path), failure, request, response);
  }

  private void write(
      Problem problem, Throwable failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) return;
    String number = null;
    Map<String, Object> args = new HashMap<>(problem.args());
    if (problem.type().status() >= 500) {
      number = Long.toHexString(System.nanoTime() & 0xffffffffL);
      args.put("id", number);
      log(problem, number, request, failure);
    }
    response.resetBuffer();
    pages.write(new Problem(problem.type(), args, problem.faults()), number, request, response);
  }

  /** A failing source outside is no fault of ours: it gets a line, not a trace. */
  private static void log(
      Problem problem, String number, HttpServletRequest request, Throwable failure) {
    if (problem.type() == ProblemType.INTERNAL)
      LOG.error("{} {} {}", number, request.getMethod(), request.getRequestURI(), failure);
    else
      LOG.warn(
          "{} {} {}: {}",
          number,
          request.getMethod(),
          request.getRequestURI(),
          problem.getMessage());
  }
}
