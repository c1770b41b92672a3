package org.waymark.command;

import java.util.List;

/** One word after {@code ./run}, in a process of its own without a web server. */
interface Command {
  String name();

  /** What follows the name, such as {@code PLAN.yaml GEOJSON…}. */
  String usage();

  /** How it went; the order of exit codes. */
  enum Outcome {
    DONE,
    REFUSED,
    NOT_UNDERSTOOD
  }

  /**
   * @return NOT_UNDERSTOOD where the arguments do not fit the usage
   * @throws org.waymark.problem.Problem told to the operator with every fault
   */
  Outcome run(List<String> arguments);
}
