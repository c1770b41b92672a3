package org.waymark.command;

import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.progress.Progress;

/** Computes everything anew from reports and reviews and compares; writes it anew where asked. */
@Component
class RecomputeCommand implements Command {
  private final Plans plans;
  private final Progress progress;

  RecomputeCommand(Plans plans, Progress progress) {
    this.plans = plans;
    this.progress = progress;
  }

  @Override
  public String name() {
    return "recompute";
  }

  @Override
  public String usage() {
    return "[--write]";
  }

  /** Every plan of every year. */
  @Override
  public Outcome run(List<String> arguments) {
    boolean write = arguments.equals(List.of("--write"));
    if (!arguments.isEmpty() && !write) return Outcome.NOT_UNDERSTOOD;
    boolean exact = true;
    for (PlanKey key : plans.list()) {
      if (write) progress.rebuild(key);
      List<String> differences = progress.audit(key);
      System.out.println(
          "plan "
              + key.districtCode()
              + " "
              + key.year()
              + ": "
              + differences.size()
              + " differences");
      differences.forEach(line -> System.out.println("  " + line));
      exact &= differences.isEmpty();
    }
    return exact ? Outcome.DONE : Outcome.REFUSED;
  }
}
