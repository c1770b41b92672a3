package org.waymark.features;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.plan.PlanKey;
import org.waymark.progress.DistrictProgress;
import org.waymark.progress.DistrictProgress.PartProgress;
import org.waymark.progress.DistrictProgress.TownshipProgress;
import org.waymark.progress.Progress;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lights and percents as judged now, within a caller's scope, as rows that the database can join.
 */
@Component
class ProgressRows {
  private final Progress progress;
  private final JsonMapper json = new JsonMapper();

  ProgressRows(Progress progress) {
    this.progress = progress;
  }

  String townships(PlanKey key, LocalDate day, Caller caller) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TownshipProgress township : progress.get(key, day, caller).townships())
      rows.add(Map.of("township", township.code(), "light", township.light().code()));
    return json.writeValueAsString(rows);
  }

  String parts(PlanKey key, LocalDate day, Caller caller) {
    DistrictProgress judged = progress.get(key, day, caller);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (TownshipProgress township : judged.townships())
      for (PartProgress part : township.parts()) rows.add(row(township, part));
    return json.writeValueAsString(rows);
  }

  private static Map<String, Object> row(TownshipProgress township, PartProgress part) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("township_code", township.code());
    row.put("project_number", part.project());
    row.put("track_code", part.track());
    row.put("part_code", part.indicator() == null ? part.track() : part.indicator());
    row.put("name", part.name());
    row.put("unit", part.unit());
    row.put("target", part.target());
    row.put("reported", part.reported());
    row.put("verified", part.verified());
    row.put("reported_percent", part.reportedPercent());
    row.put("verified_percent", part.verifiedPercent());
    row.put("planned_percent", part.plannedPercent());
    row.put("gap", part.gap());
    row.put("light", part.light() == null ? null : part.light().code());
    row.put("district_wide", part.districtWide());
    return row;
  }
}
