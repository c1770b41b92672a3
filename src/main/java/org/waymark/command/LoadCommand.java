package org.waymark.command;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.access.Audit;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.Footprints;
import org.waymark.footprint.LoadResult;
import org.waymark.plan.PlanAmendment;
import org.waymark.plan.PlanOutcome;
import org.waymark.plan.Plans;
import org.waymark.township.Townships;

/** Brings in a plan and its ground, all or nothing. Loading again is a difference. */
@Component
class LoadCommand implements Command {
  private final Plans plans;
  private final Townships townships;
  private final Footprints footprints;
  private final Audit audit;
  private final DistrictClock clock;
  private final TransactionTemplate transaction;

  LoadCommand(
      Plans plans,
      Townships townships,
      Footprints footprints,
      Audit audit,
      DistrictClock clock,
      TransactionTemplate transaction) {
    this.plans = plans;
    this.townships = townships;
    this.footprints = footprints;
    this.audit = audit;
    this.clock = clock;
    this.transaction = transaction;
  }

  @Override
  public String name() {
    return "load";
  }

  @Override
  public String usage() {
    return "[--document NUMBER] PLAN.yaml GEOJSON…";
  }

  @Override
  public Outcome run(List<String> arguments) {
    List<String> left = new ArrayList<>(arguments);
    String document = null;
    if (left.size() >= 2 && left.get(0).equals("--document")) {
      document = left.get(1);
      left = left.subList(2, left.size());
    }
    if (left.isEmpty() || !left.get(0).matches(".*\\.ya?ml")) return Outcome.NOT_UNDERSTOOD;
    LoadFiles files =
        new LoadFiles(
            Path.of(left.get(0)), left.subList(1, left.size()).stream().map(Path::of).toList());
    String number = document;
    transaction.executeWithoutResult(status -> load(files, number));
    return Outcome.DONE;
  }

  private void load(LoadFiles files, String document) {
    PlanOutcome plan = plans.load(new ByteArrayInputStream(files.plan), clock.now(), document);
    tell(
        "plan %s %d: version %d, %s",
        plan.key().districtCode(), plan.key().year(), plan.version(), plan.status());
    for (PlanAmendment a : plan.amendments())
      tell("  %s: %s → %s (%s)", a.path(), a.oldValue(), a.newValue(), a.documentNumber());
    if (files.ground() != null)
      tell("townships: layer %d", townships.load(plan.key().districtCode(), files.ground()));
    for (LoadFiles.GeoFile file : files.footprints) {
      LoadResult result =
          footprints.load(plan.key(), new ByteArrayInputStream(file.bytes()), file.source());
      tell(
          "footprints: %d new, %d changed, %d as before",
          result.added(), result.changed(), result.unchanged());
    }
    audit.record(
        "load",
        "plan/" + plan.key().districtCode() + "/" + plan.key().year(),
        Map.of("version", plan.version(), "status", plan.status().name()));
  }

  private static void tell(String format, Object... values) {
    System.out.println(format.formatted(values));
  }
}
