package org.waymark.features;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.waymark.features.ItemRequest.Sort;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The place after a feature: its values of the order and its key. Rows that come or go elsewhere
 * move nothing.
 *
 * @param snapshot that the first page was of; 0 for internal collections
 * @param values of the order, then of the key; null where the feature has none
 */
record PageToken(int snapshot, List<Object> values) {
  private static final JsonMapper JSON = new JsonMapper();

  String text() {
    List<Object> all = new ArrayList<>();
    all.add(snapshot);
    values.forEach(v -> all.add(v == null ? null : v.toString()));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(JSON.writeValueAsString(all).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws Problem BAD_PARAMETER where it was not made here for this order
   */
  static PageToken read(String text, FeatureType type, List<Sort> order) {
    List<Property> properties = new ArrayList<>();
    order.forEach(s -> properties.add(s.property()));
    properties.addAll(type.key());
    try {
      JsonNode all = JSON.readTree(Base64.getUrlDecoder().decode(text));
      if (!all.isArray() || all.size() != properties.size() + 1 || !all.get(0).isInt())
        throw new IllegalArgumentException(text);
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < properties.size(); i++)
        values.add(value(properties.get(i), all.get(i + 1), i < order.size()));
      return new PageToken(all.get(0).asInt(), values);
    } catch (JacksonException
        | IllegalArgumentException
        | java.time.DateTimeException
        | BadFilter e) {
      throw new Problem(
          ProblemType.BAD_PARAMETER, Map.of("name", "next", "value", text, "wanted", "next"));
    }
  }

  private static Object value(Property property, JsonNode node, boolean mayMiss) {
    if (node.isNull() && mayMiss) return null;
    if (!node.isString()) throw new IllegalArgumentException(node.toString());
    String text = node.asString();
    if (text.indexOf('\0') >= 0) throw new IllegalArgumentException(text);
    return Conditions.value(
        property,
        switch (property.type()) {
          case INTEGER, NUMBER -> new BigDecimal(text);
          case BOOLEAN -> Boolean.valueOf(text);
          case DATE -> LocalDate.parse(text).toString();
          case INSTANT -> Instant.parse(text);
          case TEXT -> text;
        },
        "next");
  }
}
