package org.waymark.footprint;

import java.util.List;
import org.waymark.problem.Problem.Fault;

/**
 * What a load would do with one feature.
 *
 * @param code null where it has none
 * @param indicatorCode null unless the plan has it
 * @param version the version in force of the same code; 0 where there is none
 * @param lengthMismatch of a line: its length on the ground ÷ its design length - 1; else 0
 * @param faults why it cannot be loaded; empty unless {@code outcome} is FAULTY
 */
public record Assessment(
    int number,
    String code,
    String indicatorCode,
    Outcome outcome,
    int version,
    double lengthMismatch,
    List<Fault> faults) {

  public enum Outcome {
    NEW,
    CHANGED,
    UNCHANGED,
    FAULTY
  }
}
