package org.waymark.problem;

import java.util.List;
import java.util.Map;

/** Thrown anywhere, written in one place (site) as an RFC 9457 problem. */
public class Problem extends RuntimeException {
  private final transient ProblemType type;
  private final transient Map<String, ?> args;
  private final transient List<Fault> faults;

  /**
   * One faulty field.
   *
   * @param pointer JSON pointer into the request body, or a parameter's name
   * @param key i18n key of the words, under {@code fault.}
   * @param args what the words name, the offending value among them
   */
  public record Fault(String pointer, String key, Map<String, ?> args) {}

  /**
   * @param args what the words of {@code problem.<code>} name, the offending value among them
   */
  public Problem(ProblemType type, Map<String, ?> args) {
    this(type, args, List.of());
  }

  public Problem(ProblemType type, Map<String, ?> args, List<Fault> faults) {
    super(type.code() + " " + args + (faults.isEmpty() ? "" : " " + faults));
    this.type = type;
    this.args = args;
    this.faults = List.copyOf(faults);
  }

  public ProblemType type() {
    return type;
  }

  public Map<String, ?> args() {
    return args;
  }

  public List<Fault> faults() {
    return faults;
  }
}
