package org.waymark.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.waymark.problem.Problem;
import org.waymark.words.Words;

/** Front door of the commands. */
@Component
public class Commands {
  private final List<Command> commands;
  private final Words words;

  Commands(List<Command> commands, Words words) {
    this.commands = commands;
    this.words = words;
  }

  /**
   * Runs the command that {@code words} begin with and tells the console how it went.
   *
   * @return exit code: 0 done, 1 refused, 2 not understood
   */
  public int run(List<String> typed) {
    Optional<Command> command =
        commands.stream().filter(c -> c.name().equals(typed.get(0))).findFirst();
    Command.Outcome outcome = Command.Outcome.NOT_UNDERSTOOD;
    try {
      if (command.isPresent()) outcome = command.get().run(typed.subList(1, typed.size()));
    } catch (Problem problem) {
      tell(problem);
      outcome = Command.Outcome.REFUSED;
    }
    if (outcome == Command.Outcome.NOT_UNDERSTOOD) tellUsage(command);
    return outcome.ordinal();
  }

  private void tellUsage(Optional<Command> command) {
    System.err.println("usage:");
    command
        .map(List::of)
        .orElse(commands)
        .forEach(c -> System.err.println("  ./run " + c.name() + " " + c.usage()));
  }

  private void tell(Problem problem) {
    Locale language = Locale.CHINESE;
    System.err.println(words.text(language, "problem." + problem.type().code(), problem.args()));
    for (Problem.Fault fault : problem.faults())
      System.err.println(
          "  "
              + fault.pointer()
              + "  "
              + words.text(language, "fault." + fault.key(), fault.args()));
  }
}
