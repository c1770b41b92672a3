package org.waymark.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.archive.Archives;
import org.waymark.intake.ImportOrder;
import org.waymark.intake.ImportOrders;
import org.waymark.intake.ImportReport;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem.Fault;
import org.waymark.words.Words;

/**
 * Brings in ground data of any kind; without {@code --yes} it only tells what would change. A
 * whole-district archive is restored.
 */
@Component
class ImportCommand implements Command {
  private final ImportOrders orders;
  private final Plans plans;
  private final Words words;
  private final Archives archives;
  private final RestoreReport restores;

  ImportCommand(
      ImportOrders orders, Plans plans, Words words, Archives archives, RestoreReport restores) {
    this.orders = orders;
    this.plans = plans;
    this.words = words;
    this.archives = archives;
    this.restores = restores;
  }

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String usage() {
    return "[--yes] [--townships] [--skip-faulty] [--layer NAME] [--crs EPSG:4545|GCJ02|BD09] [--encoding GB18030]"
        + " [--column MEANING=COLUMN]… [--value MEANING=VALUE]… [--measure] [--repair] FILE…"
        + "\n  ./run import ARCHIVE.zip";
  }

  @Override
  public Outcome run(List<String> arguments) {
    Options options = new Options();
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (!argument.startsWith("--")) files.add(Path.of(argument));
      else if (!options.flag(argument)) {
        if (i + 1 >= arguments.size() || !options.set(argument, arguments.get(++i)))
          return Outcome.NOT_UNDERSTOOD;
      }
    }
    if (files.isEmpty()) return Outcome.NOT_UNDERSTOOD;
    if (files.stream().anyMatch(archives::isArchive))
      return files.size() > 1
          ? Outcome.NOT_UNDERSTOOD
          : restores.tell(archives.restore(files.get(0)));
    boolean clean = true;
    for (Path file : files) clean &= bring(options.of(file));
    return clean ? Outcome.DONE : Outcome.REFUSED;
  }

  /** True unless something stood in the way of what was asked for. */
  private boolean bring(ImportOrder order) {
    PlanKey key = plans.currentKey();
    ImportReport report = orders.carryOut(key, order);
    String state = report.accepted() ? "accepted as import " + report.number() : "nothing changed";
    System.out.println(order.file().getFileName() + ": " + state);
    report.counts().forEach((what, count) -> System.out.println("  " + what + " " + count));
    for (Fault fault : report.faults())
      System.err.println("  " + words.text(Locale.CHINESE, "fault." + fault.key(), fault.args()));
    return report.faults().isEmpty() || report.accepted();
  }

  private static final class Options {
    private final Map<String, String> texts = new HashMap<>();
    private final List<String> flags = new ArrayList<>();
    private final Map<String, String> columns = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();

    private boolean flag(String name) {
      return List.of("--yes", "--townships", "--skip-faulty", "--measure", "--repair")
              .contains(name)
          && flags.add(name);
    }

    private boolean set(String name, String value) {
      if (List.of("--layer", "--crs", "--encoding").contains(name)) texts.put(name, value);
      else if (List.of("--column", "--value").contains(name) && value.indexOf('=') > 0)
        (name.equals("--column") ? columns : values)
            .put(value.substring(0, value.indexOf('=')), value.substring(value.indexOf('=') + 1));
      else return false;
      return true;
    }

    private ImportOrder of(Path file) {
      return new ImportOrder(
          file,
          flags.contains("--townships"),
          texts.get("--layer"),
          texts.get("--encoding"),
          texts.get("--crs"),
          columns,
          values,
          flags.contains("--measure"),
          flags.contains("--repair"),
          flags.contains("--yes"),
          flags.contains("--skip-faulty"));
    }
  }
}
