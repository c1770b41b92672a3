package org.waymark.completion;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Reads one JSON object field by field; what cannot be read becomes a fault with its pointer and
 * comes back as null, so that the others are read all the same.
 */
final class BodyReader {
  private static final int MAX_TEXT = 2000;
  private static final int MAX_LIST = 100;
  private final JsonNode node;
  private final String path;
  private final Faults faults;
  private final Set<String> known = new TreeSet<>();

  BodyReader(JsonNode node, String path, Faults faults) {
    this.node = node;
    this.path = path;
    this.faults = faults;
    if (node == null || !node.isObject()) faults.add(path, "not-object", String.valueOf(node));
  }

  String text(String field) {
    JsonNode value = get(field);
    return value == null ? null : text(value, path + "/" + field);
  }

  private String text(JsonNode value, String pointer) {
    if (!value.isString() || value.stringValue().indexOf('\0') >= 0) {
      faults.add(pointer, "not-text", shown(value));
      return null;
    }
    String text = value.stringValue().strip();
    if (text.length() > MAX_TEXT) {
      faults.add(pointer, "too-long", Map.of("limit", MAX_TEXT));
      return null;
    }
    return text.isEmpty() ? null : text;
  }

  BigDecimal decimal(String field) {
    JsonNode value = get(field);
    if (value == null) return null;
    if (value.isNumber()) {
      try {
        BigDecimal number = value.decimalValue();
        if (number.precision() - number.scale() <= 15 && number.scale() <= 9) return number;
      } catch (RuntimeException e) {
        // an infinite or absurdly large number: the fault below
      }
    }
    return fault(field, "not-number", value);
  }

  Double number(String field) {
    BigDecimal value = decimal(field);
    return value == null ? null : Double.valueOf(value.doubleValue());
  }

  Integer whole(String field) {
    BigDecimal value = decimal(field);
    if (value == null) return null;
    try {
      return value.intValueExact();
    } catch (ArithmeticException e) {
      return fault(field, "not-whole-number", get(field));
    }
  }

  Boolean flag(String field) {
    JsonNode value = get(field);
    if (value == null) return null;
    return value.isBoolean() ? (Boolean) value.booleanValue() : fault(field, "not-flag", value);
  }

  Instant instant(String field) {
    JsonNode value = get(field);
    if (value == null) return null;
    try {
      OffsetDateTime time = OffsetDateTime.parse(value.isString() ? value.stringValue() : "");
      if (time.getYear() >= 1970 && time.getYear() < 3000) return time.toInstant();
    } catch (DateTimeParseException e) {
      // the fault below
    }
    return fault(field, "not-instant", value);
  }

  LocalDate day(String field) {
    JsonNode value = get(field);
    if (value == null) return null;
    try {
      LocalDate day = LocalDate.parse(value.isString() ? value.stringValue() : "");
      if (day.getYear() >= 1970 && day.getYear() < 3000) return day;
    } catch (DateTimeParseException e) {
      // the fault below
    }
    return fault(field, "not-day", value);
  }

  UUID uuid(String field) {
    JsonNode value = get(field);
    if (value == null) return null;
    String text = value.isString() ? value.stringValue() : "";
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? UUID.fromString(text)
        : fault(field, "not-uuid", value);
  }

  <E extends Enum<E>> E oneOf(String field, Class<E> type) {
    JsonNode value = get(field);
    if (value == null) return null;
    List<String> allowed = new ArrayList<>();
    for (E each : type.getEnumConstants()) {
      String name = each.name().toLowerCase(Locale.ROOT);
      if (value.isString() && value.stringValue().equals(name)) return each;
      allowed.add(name);
    }
    faults.add(
        path + "/" + field,
        "not-one-of",
        Map.of("value", shown(value), "allowed", String.join(", ", allowed)));
    return null;
  }

  /** Null where absent. */
  BodyReader object(String field) {
    JsonNode value = get(field);
    return value == null ? null : new BodyReader(value, path + "/" + field, faults);
  }

  List<BodyReader> objects(String field) {
    List<BodyReader> readers = new ArrayList<>();
    int i = 0;
    for (JsonNode each : list(field))
      readers.add(new BodyReader(each, path + "/" + field + "/" + i++, faults));
    return readers;
  }

  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    int i = 0;
    for (JsonNode each : list(field)) {
      String text = text(each, path + "/" + field + "/" + i++);
      if (text != null) texts.add(text);
    }
    return texts;
  }

  private List<JsonNode> list(String field) {
    JsonNode value = get(field);
    if (value == null) return List.of();
    List<JsonNode> list = new ArrayList<>();
    if (!value.isArray()) fault(field, "not-list", value);
    else if (value.size() > MAX_LIST)
      faults.add(path + "/" + field, "too-long", Map.of("limit", MAX_LIST));
    else value.forEach(list::add);
    return list;
  }

  /** A fault per field nobody asked for: a misspelt field must not be lost in silence. */
  void refuseOthers() {
    if (node == null || !node.isObject()) return;
    node.propertyNames().stream()
        .filter(name -> !known.contains(name))
        .limit(20)
        .forEach(
            name -> {
              String escaped = name.replace("~", "~0").replace("/", "~1");
              faults.add(path + "/" + escaped, "unknown-field", name);
            });
  }

  private JsonNode get(String field) {
    known.add(field);
    JsonNode value = node == null ? null : node.get(field);
    return value == null || value.isNull() ? null : value;
  }

  private <T> T fault(String field, String key, JsonNode value) {
    faults.add(path + "/" + field, key, shown(value));
    return null;
  }

  private static String shown(JsonNode value) {
    String text = value.isString() ? value.stringValue() : value.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
