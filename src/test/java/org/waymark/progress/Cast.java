package org.waymark.progress;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.waymark.plan.Indicator;
import org.waymark.plan.Indicator.Comparator;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.plan.Indicator.Kind;
import org.waymark.plan.Indicator.ReportedBy;
import org.waymark.plan.Milestone;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Milestone.PercentRequirement;
import org.waymark.plan.Milestone.QuantityRequirement;
import org.waymark.plan.Milestone.Requirement;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Project;
import org.waymark.plan.Sensitivity;
import org.waymark.plan.Track;
import org.waymark.plan.Track.Basis;
import org.waymark.progress.DistrictProgress.PartProgress;
import org.waymark.progress.DistrictProgress.TownshipProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.Figures.Figure;

/** A small plan and what was known about it, put together sentence by sentence. */
final class Cast {
  static final int YEAR = 2026;
  static final LocalDate JUNE = day("06-30");
  static final LocalDate SEPTEMBER = day("09-30");
  static final LocalDate DECEMBER = day("12-31");
  static final String EAST = "999999001";
  static final String WEST = "999999002";
  static final String NORTH = "999999003";
  static final RuleSet RULES =
      new RuleSet(
          "default",
          1,
          "默认",
          of(10),
          of(30),
          45,
          3,
          10,
          new BigDecimal("0.97"),
          ForecastRules.INFORMS);

  /** Monday to Friday; enough here. */
  static final WorkingDayCount WORKING_DAYS =
      (day, n) -> {
        while (n > 0) {
          day = day.plusDays(1);
          if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY)
            n--;
        }
        return day;
      };

  private final Track track;
  private LocalDate day = JUNE;
  private RuleSet rules = RULES;
  private final Map<String, NavigableMap<LocalDate, Double>> verifiedByDay = new HashMap<>();
  private final Figures figures = new Figures();
  private final Map<LocalDate, Figures> atDeadline = new HashMap<>();
  private final Map<String, Map<String, LocalDate>> last = new HashMap<>();
  private final Map<String, Map<String, BigDecimal>> mapped = new HashMap<>();

  private Cast(Track track) {
    this.track = track;
  }

  static Cast of(Track track) {
    return new Cast(track);
  }

  static BigDecimal of(double n) {
    return BigDecimal.valueOf(n);
  }

  static LocalDate day(String monthAndDay) {
    return LocalDate.parse(YEAR + "-" + monthAndDay);
  }

  Cast on(LocalDate day) {
    this.day = day;
    seen(day);
    return this;
  }

  /** By rules under which a forecast miss is judged. */
  Cast judgedByForecast() {
    rules =
        new RuleSet(
            "default",
            2,
            "默认",
            of(10),
            of(30),
            45,
            3,
            10,
            new BigDecimal("0.97"),
            new ForecastRules(8, 4, 4, new BigDecimal("1.28"), true));
    return this;
  }

  /** So much of it was verified on that day. */
  Cast verifiedOn(String code, String monthAndDay, double quantity) {
    verifiedByDay.computeIfAbsent(code, c -> new TreeMap<>()).put(day(monthAndDay), quantity);
    return this;
  }

  Cast on(String monthAndDay) {
    return on(day(monthAndDay));
  }

  /** The last report came on this day. */
  Cast seen(LocalDate day) {
    return seen("", day);
  }

  Cast seen(String township, LocalDate day) {
    last.computeIfAbsent(track.code(), c -> new HashMap<>()).put(township, day);
    return this;
  }

  Cast neverSeen() {
    last.clear();
    return this;
  }

  Cast indicator(
      String code, String township, LocalDate horizon, double reported, double verified) {
    figures.put(Figures.Kind.INDICATOR, code, township, horizon, figure(reported, verified));
    return this;
  }

  /** In all, and in time for June. */
  Cast indicator(String code, double reported, double verified) {
    return indicator(code, "", Figures.ALWAYS, reported, verified)
        .indicator(code, "", JUNE, reported, verified);
  }

  Cast declared(String township, double reported, double verified) {
    figures.put(
        Figures.Kind.TRACK, track.code(), township, Figures.ALWAYS, figure(reported, verified));
    figures.put(Figures.Kind.TRACK, track.code(), township, JUNE, figure(reported, verified));
    return this;
  }

  Cast item(String code, double reported, double verified) {
    figures.put(Figures.Kind.ITEM, code, "", Figures.ALWAYS, figure(reported, verified));
    figures.put(Figures.Kind.ITEM, code, "", JUNE, figure(reported, verified));
    return this;
  }

  /** What was verified of the in-time reports when June's days for review ended. */
  Cast atDeadline(String code, double reported, double verified) {
    atDeadline
        .computeIfAbsent(JUNE, d -> new Figures())
        .put(Figures.Kind.INDICATOR, code, "", JUNE, figure(reported, verified));
    return this;
  }

  Cast mapped(String code, String township, double quantity) {
    mapped.computeIfAbsent(code, c -> new HashMap<>()).put(township, of(quantity));
    return this;
  }

  DistrictProgress judge() {
    Plan plan =
        new Plan(
            new PlanKey("999999", YEAR),
            1,
            "计划",
            "1号",
            day("01-01"),
            "",
            List.of(),
            List.of(project(track)));
    return judge(plan);
  }

  private DistrictProgress judge(Plan plan) {
    return new DistrictJudge(
            plan,
            rules,
            WORKING_DAYS,
            List.of(
                new DistrictJudge.Named(EAST, "东镇", "东"),
                new DistrictJudge.Named(WEST, "西镇", "西"),
                new DistrictJudge.Named(NORTH, "北镇", "北")))
        .judge(
            new Known(day, figures, atDeadline, last, verifiedByDay),
            new TownshipTargets(mapped, Map.of(EAST, "东", WEST, "西", NORTH, "北")));
  }

  /** Together with another track of the same project, its figures known too. */
  DistrictProgress judgeWith(Track other) {
    Project both =
        new Project(
            1,
            "项目",
            "项目",
            Project.Tier.DISTRICT,
            "road",
            Sensitivity.PUBLIC,
            false,
            "",
            List.of(),
            List.of(),
            List.of(track, other));
    return judge(
        new Plan(
            new PlanKey("999999", YEAR),
            1,
            "计划",
            "1号",
            day("01-01"),
            "",
            List.of(),
            List.of(both)));
  }

  TrackProgress track() {
    return judge().projects().get(0).tracks().get(0);
  }

  Light light() {
    return track().light();
  }

  String reason() {
    return track().reason().code();
  }

  TownshipProgress township(String code) {
    return judge().townships().stream()
        .filter(t -> t.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  List<PartProgress> parts(String township) {
    return township(township).parts();
  }

  private static Figure figure(double reported, double verified) {
    return new Figure(of(reported), of(verified), 1);
  }

  static Project project(Track track) {
    return new Project(
        1,
        "项目",
        "项目",
        Project.Tier.DISTRICT,
        "road",
        Sensitivity.PUBLIC,
        false,
        "",
        List.of(),
        List.of(),
        List.of(track));
  }

  static Track track(String code, Basis basis, List<Indicator> indicators, Milestone... gates) {
    return new Track(
        code, "分项" + code, basis, "unit", true, 1, List.of(), null, indicators, List.of(gates));
  }

  static Indicator indicator(String code, double target) {
    return indicator(code, target, Comparator.EQUAL, Kind.CUMULATIVE);
  }

  static Indicator indicator(String code, double target, Comparator comparator, Kind kind) {
    return new Indicator(
        code,
        "指标" + code,
        of(target),
        "km",
        2,
        comparator,
        kind,
        GeometryKind.NONE,
        ReportedBy.DISTRICT,
        Sensitivity.PUBLIC,
        false,
        Map.of(),
        null,
        "");
  }

  static Indicator mappedIndicator(String code, double target) {
    return new Indicator(
        code,
        "指标" + code,
        of(target),
        "km",
        2,
        Comparator.EQUAL,
        Kind.CUMULATIVE,
        GeometryKind.LINE,
        ReportedBy.DISTRICT,
        Sensitivity.PUBLIC,
        false,
        Map.of(),
        null,
        "");
  }

  static Indicator byTownship(String code, double target, Map<String, BigDecimal> quotas) {
    return new Indicator(
        code,
        "指标" + code,
        of(target),
        "户",
        0,
        Comparator.EQUAL,
        Kind.CUMULATIVE,
        GeometryKind.NONE,
        ReportedBy.TOWNSHIP,
        Sensitivity.PUBLIC,
        false,
        quotas,
        null,
        "");
  }

  static Milestone gate(LocalDate due, Requirement... requirements) {
    return new Milestone(due, null, false, false, "", List.of(requirements));
  }

  static Milestone all(LocalDate due) {
    return new Milestone(due, of(100), false, true, "", List.of());
  }

  static Milestone dash(LocalDate due) {
    return new Milestone(due, null, true, false, "——", List.of());
  }

  static Requirement percent(double percent, String... indicators) {
    return new PercentRequirement(of(percent), List.of(indicators), List.of(), true);
  }

  static Requirement percentFor(double percent, String... townships) {
    return new PercentRequirement(of(percent), List.of(), List.of(townships), true);
  }

  static Requirement quantity(String indicator, double quantity) {
    return new QuantityRequirement(indicator, of(quantity), true);
  }

  static Requirement item(String code, boolean gating) {
    return new ItemRequirement(code, "事项" + code, gating, null);
  }

  static List<Milestone> list(Milestone... gates) {
    return new ArrayList<>(List.of(gates));
  }
}
