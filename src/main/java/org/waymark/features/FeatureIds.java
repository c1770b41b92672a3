package org.waymark.features;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.features.Condition.Operator;

/** A feature's id is its key, one part after the other. */
final class FeatureIds {
  static final String BETWEEN = ":";

  private FeatureIds() {}

  /** What holds of that feature alone; empty where no feature can have the id. */
  static Optional<Condition> condition(FeatureType type, String id) {
    String[] parts = id.split(BETWEEN, -1);
    if (parts.length != type.key().size() || id.indexOf('\0') >= 0) return Optional.empty();
    List<Condition> equal = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      Property property = type.key().get(i);
      boolean number = property.type().numeric();
      if (number && !parts[i].matches("[0-9]{1,9}")) return Optional.empty();
      equal.add(
          new Condition.Compare(
              property, Operator.EQUAL, number ? new BigDecimal(parts[i]) : parts[i]));
    }
    return Optional.of(new Condition.And(equal));
  }
}
