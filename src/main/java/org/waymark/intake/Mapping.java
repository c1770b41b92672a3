package org.waymark.intake;

import java.util.Map;

/**
 * Which columns of a layer mean what.
 *
 * @param subject what the features are: {@link #FOOTPRINTS} or {@link #TOWNSHIPS}
 * @param fields by what it means ({@link #MEANINGS}, and the four of chainage); what is missing is
 *     not in the file
 * @param quantityFromGround the quantity is the length or area of the shape, 1 for a point
 * @param repair take repaired shapes for invalid ones
 */
record Mapping(
    String subject, Map<String, From> fields, Boolean quantityFromGround, Boolean repair) {
  static final String FOOTPRINTS = "footprints";
  static final String TOWNSHIPS = "townships";
  static final java.util.List<String> MEANINGS =
      java.util.List.of(
          "code", "indicator", "name", "quantity", "unit", "sensitivity", "components");

  /** The route, and where on it: a range in one column, or a column for each end. */
  static final String ROUTE = "route";

  static final String STATIONS = "stations";
  static final String FROM = "from_station";
  static final String TO = "to_station";

  /**
   * @param field a column; else {@code value} is meant for every feature
   */
  record From(String field, String value) {}

  Mapping {
    subject = TOWNSHIPS.equals(subject) ? TOWNSHIPS : FOOTPRINTS;
    fields = fields == null ? Map.of() : Map.copyOf(fields);
    quantityFromGround = Boolean.TRUE.equals(quantityFromGround);
    repair = Boolean.TRUE.equals(repair);
  }

  /** Whether features lie on routes in force, by chainage, whatever shape the file gives them. */
  boolean byChainage() {
    return from(ROUTE) != null
        && (from(STATIONS) != null || (from(FROM) != null && from(TO) != null));
  }

  /** Null where the file has no such thing. */
  From from(String meaning) {
    return fields.get(meaning);
  }
}
