package org.waymark.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.waymark.intake.ExportOrder;
import org.waymark.intake.ExportOrders;
import org.waymark.plan.Plans;

/** Writes ground and progress to a file; what is ground comes in again by {@code import}. */
@Component
class ExportCommand implements Command {
  private static final Set<String> OPTIONS =
      Set.of("--layers", "--crs", "--encoding", "--project", "--township", "--as-of");
  private final ExportOrders orders;
  private final Plans plans;

  ExportCommand(ExportOrders orders, Plans plans) {
    this.orders = orders;
    this.plans = plans;
  }

  @Override
  public String name() {
    return "export";
  }

  @Override
  public String usage() {
    return "[--layers footprints,townships,progress,completed,figures] [--project 9,18] [--township CODE,…]"
        + " [--as-of 2026-09-30] [--crs EPSG:4545] [--encoding GBK] FILE.gpkg|.zip|.geojson|.kml|.xlsx|.oc4ids.json";
  }

  @Override
  public Outcome run(List<String> arguments) {
    Map<String, String> options = new HashMap<>();
    Path file = null;
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (OPTIONS.contains(argument) && i + 1 < arguments.size())
        options.put(argument, arguments.get(++i));
      else if (argument.startsWith("--") || file != null) return Outcome.NOT_UNDERSTOOD;
      else file = Path.of(argument);
    }
    if (file == null) return Outcome.NOT_UNDERSTOOD;
    ExportOrder order;
    try {
      order = order(file, options);
    } catch (DateTimeException | NumberFormatException e) {
      return Outcome.NOT_UNDERSTOOD;
    }
    System.out.println(file + ": " + orders.carryOut(plans.currentKey(), order) + " bytes");
    return Outcome.DONE;
  }

  private static ExportOrder order(Path file, Map<String, String> options) {
    String day = options.get("--as-of");
    return new ExportOrder(
        file,
        list(options.get("--layers")),
        options.get("--crs"),
        options.get("--encoding"),
        list(options.get("--project")).stream().map(Integer::valueOf).collect(Collectors.toSet()),
        Set.copyOf(list(options.get("--township"))),
        day == null ? null : LocalDate.parse(day));
  }

  private static List<String> list(String text) {
    return text == null ? List.of() : Arrays.stream(text.split(",")).map(String::strip).toList();
  }
}
