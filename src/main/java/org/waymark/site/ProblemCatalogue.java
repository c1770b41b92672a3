package org.waymark.site;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.waymark.access.DeviceRefused;
import org.waymark.access.TooManyAttempts;
import org.waymark.problem.Busy;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;

/** Which problem an exception is. */
final class ProblemCatalogue {
  private ProblemCatalogue() {}

  static Problem of(Exception failure, HttpServletRequest request) {
    if (failure instanceof Problem problem) return problem;
    if (failure instanceof AuthenticationException || failure instanceof AccessDeniedException)
      return ofAccess(failure, request);
    if (failure instanceof HttpMessageNotReadableException unreadable) return ofBody(unreadable);
    if (failure instanceof MethodArgumentNotValidException invalid) return ofFields(invalid);
    if (failure instanceof HandlerMethodValidationException invalid) return ofParameters(invalid);
    if (failure instanceof MethodArgumentTypeMismatchException mismatch) return ofType(mismatch);
    if (failure instanceof MissingServletRequestParameterException missing)
      return new Problem(ProblemType.MISSING_PARAMETER, Map.of("name", missing.getParameterName()));
    return ofRequest(failure, request);
  }

  /** What the server answers by status alone. */
  static Problem ofStatus(int status, String path) {
    return switch (status) {
      case 401 -> new Problem(ProblemType.NOT_SIGNED_IN, Map.of());
      case 403 -> new Problem(ProblemType.NOT_ALLOWED, Map.of("what", path));
      case 404 -> new Problem(ProblemType.NOT_FOUND, Map.of("what", path));
      case 413 -> new Problem(ProblemType.TOO_LARGE, Map.of());
      default ->
          status < 500
              ? new Problem(ProblemType.BAD_REQUEST, Map.of("detail", "HTTP " + status))
              : new Problem(ProblemType.INTERNAL, Map.of());
    };
  }

  private static Problem ofAccess(Exception failure, HttpServletRequest request) {
    if (failure instanceof TooManyAttempts attempts)
      return new Problem(
          ProblemType.TOO_MANY_ATTEMPTS, Map.of("minutes", attempts.retryAfterSeconds() / 60));
    if (failure instanceof DeviceRefused refused) return refused.problem();
    if (failure instanceof BadCredentialsException)
      return new Problem(ProblemType.WRONG_PASSWORD, Map.of());
    if (failure instanceof AuthenticationException)
      return new Problem(ProblemType.NOT_SIGNED_IN, Map.of());
    if (failure instanceof CsrfException) return new Problem(ProblemType.NO_CSRF_TOKEN, Map.of());
    return new Problem(
        ProblemType.NOT_ALLOWED,
        Map.of("what", request.getMethod() + " " + request.getRequestURI()));
  }

  /** What stopped the reading of a body that was too long, however deep in it. */
  private static Problem ofBody(HttpMessageNotReadableException unreadable) {
    for (Throwable cause = unreadable; cause != null; cause = cause.getCause())
      if (cause instanceof Problem problem) return problem;
    return UnreadableBody.problem(unreadable);
  }

  private static Problem ofRequest(Exception failure, HttpServletRequest request) {
    if (failure instanceof NoResourceFoundException)
      return new Problem(ProblemType.NOT_FOUND, Map.of("what", request.getRequestURI()));
    if (failure instanceof HttpRequestMethodNotSupportedException wrong)
      return new Problem(
          ProblemType.METHOD_NOT_ALLOWED,
          Map.of("method", wrong.getMethod(), "allowed", list(wrong.getSupportedMethods())));
    if (failure instanceof HttpMediaTypeNotSupportedException wrong)
      return new Problem(
          ProblemType.WRONG_MEDIA_TYPE,
          Map.of(
              "type",
              String.valueOf(wrong.getContentType()),
              "allowed",
              list(wrong.getSupportedMediaTypes().toArray())));
    if (failure instanceof HttpMediaTypeNotAcceptableException)
      return new Problem(ProblemType.NOT_ACCEPTABLE, Map.of());
    if (failure instanceof MaxUploadSizeExceededException)
      return new Problem(ProblemType.TOO_LARGE, Map.of());
    if (failure instanceof ErrorResponse response)
      return ofStatus(response.getStatusCode().value(), request.getRequestURI());
    return ofDatabase(failure);
  }

  /** What the database says by SQLSTATE that is no failure of ours. */
  private static Problem ofDatabase(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause())
      if (cause instanceof SQLException sql && sql.getSQLState() != null)
        switch (sql.getSQLState()) {
          case "55P03": // waited for a lock as long as allowed
            return new Busy(ProblemType.BUSY);
          case "22021", "22P05": // text with a NUL
            return new Problem(ProblemType.BAD_REQUEST, Map.of("detail", "NUL"));
          default: // a failure
        }
    return new Problem(ProblemType.INTERNAL, Map.of());
  }

  private static Problem ofType(MethodArgumentTypeMismatchException mismatch) {
    Class<?> wanted = mismatch.getRequiredType();
    return new Problem(
        ProblemType.BAD_PARAMETER,
        Map.of(
            "name", mismatch.getName(),
            "value", String.valueOf(mismatch.getValue()),
            "wanted", wanted == null ? "?" : UnreadableBody.kind(wanted)));
  }

  private static Problem ofFields(MethodArgumentNotValidException invalid) {
    List<Fault> faults =
        invalid.getBindingResult().getFieldErrors().stream()
            .map(
                e ->
                    new Fault(
                        "/" + e.getField().replaceAll("\\[(\\d+)]", ".$1").replace('.', '/'),
                        "wrong-value",
                        Map.of(
                            "value", String.valueOf(e.getRejectedValue()),
                            "wanted", String.valueOf(e.getDefaultMessage()))))
            .toList();
    return new Problem(ProblemType.FAULTY_FIELDS, Map.of("count", faults.size()), faults);
  }

  private static Problem ofParameters(HandlerMethodValidationException invalid) {
    List<Fault> faults =
        invalid.getParameterValidationResults().stream()
            .map(
                r ->
                    new Fault(
                        Objects.toString(r.getMethodParameter().getParameterName(), "?"),
                        "wrong-value",
                        Map.of(
                            "value", String.valueOf(r.getArgument()),
                            "wanted",
                                String.valueOf(
                                    r.getResolvableErrors().get(0).getDefaultMessage()))))
            .toList();
    return new Problem(ProblemType.FAULTY_FIELDS, Map.of("count", faults.size()), faults);
  }

  private static String list(Object[] values) {
    return values == null
        ? "–"
        : String.join(", ", Arrays.stream(values).map(String::valueOf).toList());
  }
}
