package org.waymark.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** A JSON body that could not be read: where it is wrong, and what was wanted there. */
final class UnreadableBody {
  private UnreadableBody() {}

  static Problem problem(HttpMessageNotReadableException unreadable) {
    Throwable cause = unreadable.getCause();
    if (cause instanceof StreamReadException broken)
      return new Problem(ProblemType.BAD_REQUEST, Map.of("detail", "JSON"), List.of(fault(broken)));
    if (cause instanceof UnrecognizedPropertyException unknown)
      return field(pointer(unknown), "unknown-field", Map.of("value", unknown.getPropertyName()));
    if (cause instanceof InvalidFormatException wrong)
      return field(
          pointer(wrong),
          "wrong-value",
          Map.of("value", String.valueOf(wrong.getValue()), "wanted", kind(wrong.getTargetType())));
    if (cause instanceof MismatchedInputException wrong)
      return field(
          pointer(wrong),
          "wrong-value",
          Map.of("value", "…", "wanted", kind(wrong.getTargetType())));
    return new Problem(ProblemType.BAD_REQUEST, Map.of("detail", "JSON"));
  }

  /** What a Java type is in JSON, for people. */
  static String kind(Class<?> type) {
    if (type == null) return "JSON";
    if (type == Instant.class || type == OffsetDateTime.class) return "2026-01-31T08:00:00+08:00";
    if (type == LocalDate.class) return "2026-01-31";
    if (type == UUID.class) return "UUID";
    if (type.isEnum())
      return String.join(
          " | ", Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList());
    if (type == boolean.class || type == Boolean.class) return "true | false";
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) return "123";
    if (Iterable.class.isAssignableFrom(type) || type.isArray()) return "[…]";
    return CharSequence.class.isAssignableFrom(type) ? "\"…\"" : "{…}";
  }

  private static String pointer(MismatchedInputException wrong) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : wrong.getPath())
      pointer
          .append('/')
          .append(step.getPropertyName() != null ? step.getPropertyName() : step.getIndex());
    return pointer.toString();
  }

  private static Problem field(String pointer, String key, Map<String, ?> args) {
    Fault fault = new Fault(pointer, key, args);
    return new Problem(ProblemType.FAULTY_FIELDS, Map.of("count", 1), List.of(fault));
  }

  private static Fault fault(StreamReadException broken) {
    boolean twice = String.valueOf(broken.getOriginalMessage()).startsWith("Duplicate");
    JsonParser parser = broken.processor();
    if (twice && parser != null)
      return new Fault(
          parser.streamReadContext().pathAsPointer().toString(),
          "duplicate-field",
          Map.of("value", String.valueOf(parser.streamReadContext().currentName())));
    return new Fault(
        "",
        "not-json",
        Map.of(
            "line", broken.getLocation().getLineNr(),
            "column", broken.getLocation().getColumnNr()));
  }
}
