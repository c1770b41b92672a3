package org.waymark.dispatch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.waymark.dispatch.Finding.Kind;
import org.waymark.dispatch.Finding.Side;
import org.waymark.dispatch.PaceQueries.LinePace;
import org.waymark.dispatch.PaceQueries.PointPace;
import org.waymark.dispatch.ReportFindingQueries.NoPhoto;
import org.waymark.dispatch.ReportFindingQueries.Shown;
import org.waymark.dispatch.RiseQueries.Rise;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;

/** From what reports tell to findings. Pure. */
final class ReportFindings {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final DetectorRules rules;
  private final Plan plan;
  private final Abouts abouts;

  ReportFindings(DetectorRules rules, Plan plan, Abouts abouts) {
    this.rules = rules;
    this.plan = plan;
    this.abouts = abouts;
  }

  Finding noPhoto(NoPhoto row) {
    return new Finding(
        "no-photo/" + row.subject().footprint(),
        Kind.NO_PHOTO,
        BigDecimal.valueOf(row.reports()),
        facts("reports", row.reports(), "day", row.last()),
        List.of(side(row.subject(), null)),
        null);
  }

  Finding linePace(LinePace row) {
    BigDecimal pace = BigDecimal.valueOf(row.metres() / row.days());
    return new Finding(
        "pace/" + row.subject().footprint() + "/" + row.step() + "/" + row.day(),
        Kind.PACE,
        times(pace, BigDecimal.valueOf(rules.metresPerDay())),
        facts(
            "what", "line",
            "day", row.day(),
            "amount", row.metres(),
            "days", row.days(),
            "pace", pace.setScale(0, RoundingMode.HALF_UP),
            "most", rules.metresPerDay(),
            "step", row.step().isEmpty() ? null : row.step()),
        List.of(side(row.subject(), null)),
        null);
  }

  Finding pointPace(PointPace row) {
    return new Finding(
        "pace/" + row.indicator() + "/" + row.author() + "/" + row.day(),
        Kind.PACE,
        times(BigDecimal.valueOf(row.points()), BigDecimal.valueOf(rules.pointsPerDay())),
        facts(
            "what", "points",
            "day", row.day(),
            "amount", row.points(),
            "most", rules.pointsPerDay(),
            "name", plan.findIndicator(row.indicator()).map(Indicator::name).orElse(null)),
        List.of(side(row.subject(), null)),
        null);
  }

  /**
   * A figure without a target of its own in the plan is left alone, and so is one that may fall.
   */
  List<Finding> rises(List<Rise> rows) {
    List<Finding> findings = new ArrayList<>();
    for (Rise row : rows) {
      BigDecimal target = target(row);
      if (target == null || target.signum() == 0) continue;
      BigDecimal before = row.before() == null ? BigDecimal.ZERO : row.before();
      BigDecimal points =
          row.value().subtract(before).multiply(HUNDRED).divide(target, 2, RoundingMode.HALF_UP);
      int days = days(row);
      BigDecimal pace = points.divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_UP);
      if (points.compareTo(rules.leastPercent()) < 0 || pace.compareTo(rules.percentPerDay()) <= 0)
        continue;
      findings.add(rise(row, points, days, pace));
    }
    return findings;
  }

  private int days(Rise row) {
    if (row.beforeDay() == null) return rules.mostDays();
    long since = ChronoUnit.DAYS.between(row.beforeDay(), row.day());
    return (int) Math.max(1, Math.min(rules.mostDays(), since));
  }

  private BigDecimal target(Rise row) {
    return switch (row.type()) {
      case "percent" -> HUNDRED;
      case "quantity" ->
          plan.findIndicator(row.code())
              .filter(i -> i.kind() == Indicator.Kind.CUMULATIVE)
              .map(i -> i.quotas().getOrDefault(row.township(), i.target()))
              .orElse(null);
      default -> row.design();
    };
  }

  private Finding rise(Rise row, BigDecimal points, int days, BigDecimal pace) {
    String name =
        row.subject().name() != null
            ? row.subject().name()
            : plan.findIndicator(row.code()).map(Indicator::name).orElse(null);
    return new Finding(
        "pace/" + row.code() + "/" + row.township() + "/" + row.day(),
        Kind.PACE,
        times(pace, rules.percentPerDay()),
        facts(
            "what", "figure",
            "day", row.day(),
            "amount", points,
            "days", days,
            "pace", pace,
            "most", rules.percentPerDay(),
            "name", name),
        List.of(side(row.subject(), null)),
        null);
  }

  /**
   * @param rows groups of one picture one after the other, each in order of receipt
   */
  List<Finding> reuse(List<Shown> rows) {
    Map<String, List<Shown>> groups = new LinkedHashMap<>();
    for (Shown row : rows) groups.computeIfAbsent(row.group(), g -> new ArrayList<>()).add(row);
    List<Finding> findings = new ArrayList<>();
    for (List<Shown> group : groups.values()) {
      List<Shown> apart = apart(group);
      if (apart.size() < 2) continue;
      Set<String> photos = new HashSet<>();
      Set<String> places = new HashSet<>();
      apart.forEach(s -> photos.add(s.photo()));
      apart.forEach(s -> places.add(s.code()));
      findings.add(
          new Finding(
              "photo-reuse/" + group.get(0).photo(),
              Kind.PHOTO_REUSE,
              BigDecimal.valueOf(apart.size()),
              facts("reports", apart.size(), "places", places.size(), "same", photos.size() == 1),
              newestFirst(apart).stream().map(s -> side(s.subject(), s.fromM())).toList(),
              null));
    }
    return findings;
  }

  /** Without what was made anew: a replaced report, and an own return about the same thing. */
  private static List<Shown> apart(List<Shown> group) {
    Set<UUID> replaced = new HashSet<>();
    group.forEach(s -> replaced.add(s.replaces()));
    return group.stream()
        .filter(s -> !replaced.contains(s.subject().report()))
        .filter(s -> !s.returned() || group.stream().noneMatch(o -> sameWork(s, o)))
        .toList();
  }

  private static boolean sameWork(Shown returned, Shown other) {
    return !other.returned()
        && other.author() == returned.author()
        && other.code().equals(returned.code());
  }

  private static List<Shown> newestFirst(List<Shown> rows) {
    List<Shown> reversed = new ArrayList<>(rows);
    java.util.Collections.reverse(reversed);
    return reversed;
  }

  private Side side(ReportSubject s, Double atM) {
    return new Side(
        abouts.of(s.track()), s.footprint(), s.name(), atM, s.report(), null, null, s.townships());
  }

  private static BigDecimal times(BigDecimal pace, BigDecimal most) {
    return pace.divide(most, 2, RoundingMode.HALF_UP);
  }

  /** Names and values in turn; what is null is left out. */
  static Map<String, Object> facts(Object... pairs) {
    Map<String, Object> facts = new TreeMap<>();
    for (int i = 0; i < pairs.length; i += 2)
      if (pairs[i + 1] != null)
        facts.put(
            (String) pairs[i], pairs[i + 1] instanceof LocalDate d ? d.toString() : pairs[i + 1]);
    return facts;
  }
}
