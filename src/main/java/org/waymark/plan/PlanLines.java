package org.waymark.plan;

import java.util.IdentityHashMap;
import java.util.Map;

/** Which mapping of the file each part of the plan was read from. */
final class PlanLines {
  private final Map<Object, PlanNode> nodes = new IdentityHashMap<>();

  <T> T keep(T part, PlanNode node) {
    nodes.put(part, node);
    return part;
  }

  PlanNode of(Object part) {
    return nodes.get(part);
  }
}
