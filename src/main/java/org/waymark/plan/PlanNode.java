package org.waymark.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of the plan file with its line. Reading a field that is missing or malformed records a
 * fault and gives null (or the default), so that reading goes on and finds the next one.
 */
final class PlanNode {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");

  private final PlanFaults faults;
  private final Integer project;
  private final int line;
  private final Map<String, Node> fields = new LinkedHashMap<>();
  private final Set<String> read = new LinkedHashSet<>();

  PlanNode(Node node, Integer project, PlanFaults faults) {
    this.faults = faults;
    this.project = project;
    this.line = lineOf(node);
    if (node instanceof MappingNode mapping) mapping.getValue().forEach(this::put);
    else faults.add(line, project, "", shown(node), "not-a-mapping");
  }

  private void put(NodeTuple tuple) {
    String key = tuple.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
    if (fields.putIfAbsent(key, tuple.getValueNode()) != null)
      faults.add(lineOf(tuple.getKeyNode()), project, key, shown(tuple.getValueNode()), "twice");
  }

  /** The same mapping, its faults told with a project number. */
  PlanNode ofProject(Node node, Integer number) {
    return new PlanNode(node, number, faults);
  }

  int line() {
    return line;
  }

  int line(String field) {
    return fields.containsKey(field) ? lineOf(fields.get(field)) : line;
  }

  boolean has(String field) {
    return fields.containsKey(field);
  }

  /** Value as written, for a fault; "" when missing. */
  String shown(String field) {
    return fields.containsKey(field) ? shown(fields.get(field)) : "";
  }

  void fault(String field, String kind, Object... more) {
    faults.add(line(field), project, field, shown(field), kind, more);
  }

  /** A fault of a value worked out from several fields, told at this mapping's line. */
  void faultAt(String field, String value, String kind, Object... more) {
    faults.add(line, project, field, value, kind, more);
  }

  /** Required, not blank. */
  String text(String field) {
    String text = optionalText(field);
    if (text == null && !isStructure(field)) fault(field, "missing");
    return text;
  }

  String optionalText(String field) {
    read.add(field);
    if (!(fields.get(field) instanceof ScalarNode scalar)) {
      if (isStructure(field)) fault(field, "not-a-text");
      return null;
    }
    return scalar.getValue().isBlank() ? null : scalar.getValue().strip();
  }

  private boolean isStructure(String field) {
    return fields.containsKey(field) && !(fields.get(field) instanceof ScalarNode);
  }

  BigDecimal number(String field) {
    String text = text(field);
    return text == null ? null : parseNumber(field, text);
  }

  BigDecimal optionalNumber(String field) {
    String text = optionalText(field);
    return text == null ? null : parseNumber(field, text);
  }

  private BigDecimal parseNumber(String field, String text) {
    if (NUMBER.matcher(text).matches()) return new BigDecimal(text);
    fault(field, "not-a-number");
    return null;
  }

  int whole(String field, int otherwise) {
    BigDecimal number = optionalNumber(field);
    if (number == null) return otherwise;
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      fault(field, "not-a-whole-number");
      return otherwise;
    }
  }

  boolean flag(String field, boolean otherwise) {
    String text = optionalText(field);
    if (text == null) return otherwise;
    if (!text.equals("true") && !text.equals("false")) fault(field, "not-true-or-false");
    return text.equals("true");
  }

  LocalDate day(String field) {
    String text = text(field);
    if (text == null) return null;
    return parseDay(field, text);
  }

  private LocalDate parseDay(String field, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      faults.add(line(field), project, field, text, "not-a-day");
      return null;
    }
  }

  <E extends Enum<E>> E choice(String field, Class<E> type, E otherwise) {
    String text = otherwise == null ? text(field) : optionalText(field);
    if (text == null) return otherwise;
    return Codes.find(type, text)
        .orElseGet(
            () -> {
              fault(field, "not-a-choice", "choices", Codes.all(type));
              return otherwise;
            });
  }

  /** Texts of a list; empty when missing. */
  List<String> texts(String field) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(field)) {
      if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank())
        texts.add(scalar.getValue().strip());
      else faults.add(lineOf(item), project, field, shown(item), "not-a-text");
    }
    return List.copyOf(texts);
  }

  List<LocalDate> days(String field) {
    return texts(field).stream()
        .map(text -> parseDay(field, text))
        .filter(java.util.Objects::nonNull)
        .toList();
  }

  /** Items of a list; empty when missing. */
  List<Node> items(String field) {
    read.add(field);
    Node node = fields.get(field);
    if (node instanceof SequenceNode sequence) return sequence.getValue();
    if (node != null) fault(field, "not-a-list");
    return List.of();
  }

  /** Mappings of a list that must not be empty. */
  List<PlanNode> required(String field) {
    List<PlanNode> nodes = optional(field);
    if (nodes.isEmpty()) fault(field, "missing");
    return nodes;
  }

  List<PlanNode> optional(String field) {
    return items(field).stream().map(node -> new PlanNode(node, project, faults)).toList();
  }

  /** Quantities by key of a nested mapping; empty when missing. */
  Map<String, BigDecimal> numbers(String field) {
    read.add(field);
    Map<String, BigDecimal> numbers = new LinkedHashMap<>();
    if (!fields.containsKey(field)) return numbers;
    PlanNode nested = new PlanNode(fields.get(field), project, faults);
    for (String key : nested.fields.keySet()) {
      BigDecimal number = nested.number(key);
      if (number != null) numbers.put(key, number);
    }
    return numbers;
  }

  PlanNode nested(String field) {
    read.add(field);
    if (!fields.containsKey(field)) {
      fault(field, "missing");
      return null;
    }
    return new PlanNode(fields.get(field), project, faults);
  }

  /** Says of each field nobody read that it is unknown; call last. */
  void nothingElse() {
    for (String field : fields.keySet())
      if (!read.contains(field)) fault(field, "unknown-field", "known", String.join(", ", read));
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private static String shown(Node node) {
    if (node instanceof ScalarNode scalar) return scalar.getValue();
    return node instanceof SequenceNode ? "[…]" : "{…}";
  }
}
