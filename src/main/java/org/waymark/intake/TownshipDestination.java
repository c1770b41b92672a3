package org.waymark.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.footprint.Footprints;
import org.waymark.footprint.SplitChange;
import org.waymark.geojson.Feature;
import org.waymark.intake.Imports.Acceptance;
import org.waymark.intake.OutcomeQueries.Row;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;
import org.waymark.township.LayerReport;
import org.waymark.township.Seam;
import org.waymark.township.Township;
import org.waymark.township.Townships;

/** A layer of townships: taken as a whole or not at all, since each borders on the next. */
@Component
class TownshipDestination implements Destination {
  private static final int MOST = 2000;
  private static final double SAME_DEGREES = 1e-8;
  private final StagedQueries staged;
  private final OutcomeQueries outcomes;
  private final Townships townships;
  private final Footprints footprints;

  TownshipDestination(
      StagedQueries staged, OutcomeQueries outcomes, Townships townships, Footprints footprints) {
    this.staged = staged;
    this.outcomes = outcomes;
    this.townships = townships;
    this.footprints = footprints;
  }

  @Override
  public String subject() {
    return Mapping.TOWNSHIPS;
  }

  @Override
  public Map<String, Integer> assess(PlanKey key, Import open, Mapping mapping) {
    Mapped mapped = new Mapped(mapping, open.reading().fields());
    List<StagedFeature> read = staged.listFeatures(key, open.number(), 0, MOST + 1);
    if (read.size() > MOST) throw fault("/subject", "intake.features", Map.of("most", MOST));
    List<Feature> features = read.stream().map(mapped::township).toList();
    LayerReport report = townships.check(key.districtCode(), features);
    Map<String, Township> inForce = byCode(key);
    outcomes.replaceOutcomes(
        key,
        open.number(),
        write -> {
          for (int i = 0; i < read.size(); i++)
            write.accept(
                row(features.get(i), report, inForce, mapped.isRepaired(read.get(i)), read.get(i)));
        });
    Map<String, Integer> counts = new TreeMap<>(outcomes.countOutcomes(key, open.number()));
    counts.put("missing", listMissing(key, open).size());
    return counts;
  }

  private static Row row(
      Feature feature,
      LayerReport report,
      Map<String, Township> inForce,
      boolean repaired,
      StagedFeature read) {
    String code = feature.text("code");
    List<Fault> told =
        new ArrayList<>(
            report.faults().stream()
                .filter(f -> Integer.valueOf(feature.number()).equals(f.args().get("number")))
                .toList());
    List<String> remarks = new ArrayList<>();
    if (repaired) remarks.add("repaired");
    else if (read.repaired() != null) remarks.add("repairable");
    Township old = inForce.get(String.valueOf(code));
    String outcome = told.isEmpty() ? outcome(old, feature, report) : "faulty";
    for (Seam seam : report.seams())
      if (seam.code().equals(code) || String.valueOf(seam.otherCode()).equals(code)) {
        String kind = seam.kind() == Seam.Kind.OVERLAP ? "overlap" : "gap";
        if (!remarks.contains(kind)) remarks.add(kind);
        told.add(new Fault(feature.pointer("geometry"), "intake." + kind, args(seam, code)));
      }
    return new Row(
        feature.number(),
        outcome,
        code,
        null,
        feature.text("name"),
        old == null ? 0 : 1,
        0,
        remarks,
        told);
  }

  private static Map<String, ?> args(Seam seam, String code) {
    String other = seam.code().equals(code) ? seam.otherCode() : seam.code();
    return Map.of(
        "areaM2", Math.round(seam.areaM2()), "other", other == null ? "–" : other, "code", code);
  }

  private static String outcome(Township old, Feature feature, LayerReport report) {
    if (old == null) return "new";
    Township now =
        report.townships().stream()
            .filter(t -> t.code().equals(feature.text("code")))
            .findFirst()
            .orElseThrow();
    boolean same =
        old.name().equals(now.name())
            && old.geom().norm().equalsExact(now.geom().norm(), SAME_DEGREES);
    return same ? "unchanged" : "changed";
  }

  private Map<String, Township> byCode(PlanKey key) {
    Map<String, Township> found = new HashMap<>();
    townships.list(key.districtCode()).forEach(t -> found.put(t.code(), t));
    return found;
  }

  @Override
  public List<String> listMissing(PlanKey key, Import open) {
    Set<String> codes = new HashSet<>(outcomes.listCodes(key, open.number()));
    return townships.list(key.districtCode()).stream()
        .map(Township::code)
        .filter(code -> !codes.contains(code))
        .toList();
  }

  @Override
  public Iterable<Feature> features(PlanKey key, Import open, List<Integer> numbers) {
    Mapped mapped = new Mapped(open.mapping(), open.reading().fields());
    return staged.listFeatures(key, open.number(), numbers).stream().map(mapped::township).toList();
  }

  private List<Feature> all(PlanKey key, Import open) {
    Mapped mapped = new Mapped(open.mapping(), open.reading().fields());
    return staged.listFeatures(key, open.number(), 0, MOST).stream().map(mapped::township).toList();
  }

  @Override
  public List<Standing> listStanding(PlanKey key, Collection<String> codes) {
    return townships.list(key.districtCode()).stream()
        .filter(t -> codes.contains(t.code()))
        .map(t -> new Standing(t.code(), t.name(), null, t.geom()))
        .toList();
  }

  /** How the mapped quantities of townships would change; empty where the layer has faults. */
  @Transactional(readOnly = true)
  List<SplitChange> listSplitChanges(PlanKey key, Import open) {
    if (!open.mapping().subject().equals(Mapping.TOWNSHIPS)) return List.of();
    LayerReport report = townships.check(key.districtCode(), all(key, open));
    return report.faults().isEmpty() ? footprints.assessSplit(key, report.townships()) : List.of();
  }

  /** The codes that go must be named: half a layer would pass for a whole one. */
  @Override
  public Map<String, Integer> accept(PlanKey key, Import open, Acceptance chosen) {
    if (!new TreeSet<>(chosen.retire()).equals(new TreeSet<>(listMissing(key, open))))
      throw fault(
          "/retire",
          "intake.townshipsMissing",
          Map.of("codes", String.join(", ", listMissing(key, open))));
    if (!open.counts().containsKey("new")
        && !open.counts().containsKey("changed")
        && chosen.retire().isEmpty()) return Map.of();
    int before = townships.currentLayerVersion(key.districtCode());
    List<Feature> features = all(key, open);
    int after = townships.replace(key.districtCode(), features, open.source());
    return Map.of("townships", features.size(), "layerBefore", before, "layerAfter", after);
  }

  @Override
  public void undo(PlanKey key, Import done) {
    int before = done.counts().get("layerBefore");
    if (before == 0) throw unchanged("intake.firstLayer");
    if (!townships.isInForce(key.districtCode(), done.counts().get("layerAfter")))
      throw unchanged("intake.layerChangedSince");
    townships.restore(key.districtCode(), before, "undo of " + done.source());
  }

  private static Problem unchanged(String why) {
    return new Problem(
        ProblemType.FAULTY_GROUND, Map.of("count", 1), List.of(new Fault("", why, Map.of())));
  }

  private static Problem fault(String pointer, String key, Map<String, ?> args) {
    return new Problem(
        ProblemType.FAULTY_FIELDS, Map.of("count", 1), List.of(new Fault(pointer, key, args)));
  }
}
