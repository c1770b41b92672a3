package org.waymark.progress;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.footprint.TownshipShare;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.Indicator;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.plan.Plan;
import org.waymark.progress.GroundQueries.Mapped;

/** Sums what is mapped, by the same rounding as the figures. Pure. */
final class MappedTargets {
  private MappedTargets() {}

  /** Design quantity by indicator and township. */
  static Map<String, Map<String, BigDecimal>> of(Plan plan, List<Mapped> rows) {
    Map<String, Map<String, BigDecimal>> mapped = new HashMap<>();
    Map<String, List<Mapped>> polygons = new LinkedHashMap<>();
    for (Mapped row : rows)
      if (row.kind() == GeometryKind.POLYGON)
        polygons.computeIfAbsent(row.footprint(), f -> new ArrayList<>()).add(row);
      else add(mapped, row.indicator(), row.township(), quantity(plan, row));
    polygons.values().forEach(parts -> addPolygon(mapped, plan, parts));
    return mapped;
  }

  private static BigDecimal quantity(Plan plan, Mapped row) {
    if (row.kind() == GeometryKind.POINT) return row.quantity();
    FootprintGround line =
        new FootprintGround(
            "",
            row.indicator(),
            row.kind(),
            row.quantity(),
            (int) row.lengthDm(),
            plan.findIndicator(row.indicator()).map(Indicator::unit).orElse(row.unit()),
            0,
            null,
            List.of(),
            List.of());
    return line.quantityOf(row.lengthDm());
  }

  private static void addPolygon(
      Map<String, Map<String, BigDecimal>> mapped, Plan plan, List<Mapped> parts) {
    String indicator = parts.get(0).indicator();
    int decimals = plan.findIndicator(indicator).map(Indicator::decimals).orElse(0);
    List<TownshipShare> shares =
        parts.stream()
            .map(p -> new TownshipShare(p.township(), MeasureRanges.EMPTY, p.share()))
            .toList();
    Contributions.shareOut(parts.get(0).quantity(), shares, decimals)
        .forEach((township, quantity) -> add(mapped, indicator, township, quantity));
  }

  private static void add(
      Map<String, Map<String, BigDecimal>> mapped,
      String indicator,
      String township,
      BigDecimal q) {
    if (q.signum() > 0)
      mapped.computeIfAbsent(indicator, i -> new HashMap<>()).merge(township, q, BigDecimal::add);
  }
}
