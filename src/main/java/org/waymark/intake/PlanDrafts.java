package org.waymark.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Audit;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.PlanOutcome;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Takes tables for a plan: checks them as a plan file is checked, says what changes, accepts. */
@Service
class PlanDrafts {
  private final Plans plans;
  private final Audit audit;
  private final DistrictClock clock;

  PlanDrafts(Plans plans, Audit audit, DistrictClock clock) {
    this.plans = plans;
    this.audit = audit;
    this.clock = clock;
  }

  /** The plan in force as tables. */
  WorkbookTables tablesOf(Integer year) {
    PlanKey key = plans.keyOf(year);
    return WorkbookOfPlan.of(plans.get(key), plans.districtName(key));
  }

  /** Nothing but what every plan of this district says. */
  WorkbookTables template() {
    WorkbookTables tables = new WorkbookTables();
    PlanKey key = plans.currentKey();
    tables
        .row(WorkbookSheet.PLAN)
        .with("district", key.districtCode())
        .with("districtName", plans.districtName(key));
    return tables;
  }

  /**
   * @param faults what was already found wrong in reading the tables
   * @throws Problem {@code faulty-plan} with every fault at its cell
   */
  @Transactional(readOnly = true)
  PlanProposal propose(WorkbookTables tables, WorkbookFaults faults) {
    WorkbookPlanFile file = WorkbookPlanFile.of(tables, faults);
    ofThisDistrict(tables, faults);
    PlanOutcome outcome = null;
    try {
      outcome = plans.propose(stream(file));
    } catch (Problem problem) {
      if (problem.type() != ProblemType.FAULTY_PLAN) throw problem;
      faults.addAll(problem.faults(), file);
    }
    faults.throwIfAny();
    return proposal(tables, file, outcome);
  }

  /**
   * @param digest of the proposal that was looked at
   * @param document of the amendment; blank = the one in the tables
   * @throws Problem {@code draft-changed} where it would now be another
   */
  @Transactional
  PlanOutcome accept(WorkbookTables tables, WorkbookFaults faults, String digest, String document) {
    PlanProposal proposal = propose(tables, faults);
    if (!proposal.digest().equals(digest)) throw new Problem(ProblemType.PLAN_MOVED, Map.of());
    WorkbookPlanFile file = WorkbookPlanFile.of(tables, faults);
    String number = document == null || document.isBlank() ? null : document.strip();
    PlanOutcome outcome = load(file, number);
    if (outcome.version() != proposal.version())
      throw new Problem(ProblemType.PLAN_MOVED, Map.of());
    audit.record(
        "load",
        "plan/" + outcome.key().districtCode() + "/" + outcome.key().year(),
        Map.of("version", outcome.version(), "status", outcome.status().name()));
    return outcome;
  }

  private PlanOutcome load(WorkbookPlanFile file, String document) {
    try {
      return plans.load(stream(file), clock.now(), document);
    } catch (Problem problem) {
      if (problem.type() != ProblemType.FAULTY_PLAN) throw problem;
      WorkbookFaults faults = new WorkbookFaults();
      faults.addAll(problem.faults(), file);
      faults.throwIfAny();
      throw problem;
    }
  }

  private void ofThisDistrict(WorkbookTables tables, WorkbookFaults faults) {
    String district = plans.currentKey().districtCode();
    for (WorkbookRow row : tables.rows(WorkbookSheet.PLAN))
      if (row.has("district") && !row.get("district").equals(district))
        faults.add(WorkbookSheet.PLAN, row, "district", "other-district");
  }

  private PlanProposal proposal(WorkbookTables tables, WorkbookPlanFile file, PlanOutcome outcome) {
    String document = tables.rows(WorkbookSheet.PLAN).get(0).get("document");
    Optional<Plan> inForce = plans.findAsOf(outcome.key(), clock.now());
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (WorkbookSheet sheet :
        List.of(
            WorkbookSheet.PROJECTS,
            WorkbookSheet.TRACKS,
            WorkbookSheet.INDICATORS,
            WorkbookSheet.UNITS)) counts.put(sheet.field(), tables.rows(sheet).size());
    return new PlanProposal(
        outcome.key().year(),
        outcome.status().name().toLowerCase(),
        outcome.version(),
        document,
        inForce.filter(plan -> plan.documentNumber().equals(document)).isPresent(),
        digest(file.yaml() + "\n" + outcome.status() + " " + outcome.version()),
        outcome.amendments().stream()
            .map(a -> new PlanProposal.Change(a.path(), a.oldValue(), a.newValue()))
            .toList(),
        counts,
        tables.rows(WorkbookSheet.PROJECTS).stream()
            .map(row -> new PlanProposal.ProjectName(row.get("number"), row.get("name")))
            .toList());
  }

  private static InputStream stream(WorkbookPlanFile file) {
    return new ByteArrayInputStream(file.yaml().getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
