package org.waymark.command;

import java.util.List;

/** One word after {@code ./run}, in a process of its own without a web server. */
interface Command {
  String name();

  /** What follows the name, such as {@code PLAN.yaml GEOJSON…}. */
  String usage();

  /**
   * @return false where the arguments do not fit the usage
   * @throws org.waymark.problem.Problem told to the operator with every fault
   */
  boolean run(List<String> arguments);
}
