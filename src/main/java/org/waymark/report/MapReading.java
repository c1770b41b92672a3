package org.waymark.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.linearref.CalibratedLine;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Project;
import org.waymark.plan.Sensitivity;
import org.waymark.plan.Track;
import org.waymark.progress.FootprintFeatures;
import org.waymark.progress.FootprintFeatures.Done;
import org.waymark.progress.Light;
import org.waymark.township.Township;
import org.waymark.township.Townships;

/** Reads the ground of a day within the caller's scope; restricted places never go on paper. */
@Component
class MapReading {
  private final Townships townships;
  private final Footprints footprints;
  private final FootprintFeatures features;
  private final Plans plans;

  MapReading(Townships townships, Footprints footprints, FootprintFeatures features, Plans plans) {
    this.townships = townships;
    this.footprints = footprints;
    this.features = features;
    this.plans = plans;
  }

  MapGround read(Caller caller, PlanKey key, LocalDate day, Instant end, PaperFacts facts) {
    Plan plan = plans.getAsOf(key, end);
    Map<String, Integer> projects = new HashMap<>();
    Map<String, Light> lights = new HashMap<>();
    for (PaperFacts.ProjectPart p : facts.projects()) {
      Project planned = plan.findProject(p.number()).orElseThrow();
      if (planned.personal()) continue;
      for (Track t : planned.tracks())
        t.indicators().stream()
            .filter(i -> i.sensitivity() != Sensitivity.RESTRICTED && !i.personal())
            .forEach(i -> projects.put(i.code(), p.number()));
      p.tracks().forEach(t -> t.indicators().forEach(i -> lights.put(i.code(), t.light())));
    }
    Map<String, Done> done =
        features.listDone(plan, day, projects.keySet(), caller.townships().orElse(null), null);
    List<MapGround.Work> works = new ArrayList<>();
    for (FootprintVersion f : footprints.listAsOf(key, end)) {
      Done known = done.get(f.code());
      if (known == null || f.sensitivity() == Sensitivity.RESTRICTED) continue;
      works.add(
          new MapGround.Work(
              projects.get(f.indicatorCode()),
              lights.get(f.indicatorCode()),
              f.geom(),
              verified(f, known),
              known.verifiedShare()));
    }
    List<Township> layer = townships.listAsOf(end);
    if (layer.isEmpty()) layer = townships.list();
    return new MapGround(
        layer.stream().map(t -> new MapGround.Town(t.code(), t.shortName(), t.geom())).toList(),
        townships.listRivers(),
        works);
  }

  private static Geometry verified(FootprintVersion f, Done done) {
    if (f.designLengthDm() == 0) return null;
    CalibratedLine line = CalibratedLine.of(f.geom(), f.designLengthDm());
    List<Geometry> parts = new ArrayList<>();
    for (MeasureRange range : MeasureRanges.parse(done.verified()).ranges())
      if (range.fromDm() < line.lengthDm())
        parts.add(
            line.cut(new MeasureRange(range.fromDm(), Math.min(range.toDm(), line.lengthDm()))));
    return parts.isEmpty() ? null : f.geom().getFactory().buildGeometry(parts);
  }
}
