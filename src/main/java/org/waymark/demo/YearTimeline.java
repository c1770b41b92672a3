package org.waymark.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.waymark.demo.Entry.DeclaredPercent;
import org.waymark.demo.Entry.FieldReport;
import org.waymark.demo.Entry.Figure;
import org.waymark.demo.Entry.Item;
import org.waymark.demo.Entry.Part;
import org.waymark.demo.Entry.Shot;
import org.waymark.demo.Entry.Verdict;
import org.waymark.demo.GroundTimeline.Site;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Plan;

/**
 * Everything that happens in the demo's year, in the order the server hears of it. The same every
 * time.
 */
final class YearTimeline {
  private static final List<String> REASONS = List.of("照片看不清", "照片与位置不符", "区间有误", "未完工");
  private final History history;
  private final Plan plan;
  private final List<Site> sites;
  private final ZoneId zone;
  private final List<Entry> entries = new ArrayList<>();

  YearTimeline(History history, Plan plan, List<Site> sites, ZoneId zone) {
    this.history = history;
    this.plan = plan;
    this.sites = sites;
    this.zone = zone;
  }

  List<Entry> entries() {
    history.ground().forEach(this::ground);
    history.figures().forEach(this::figures);
    history.percents().forEach(this::percents);
    history.items().forEach(this::item);
    history.specials().forEach(this::special);
    entries.sort(Comparator.comparing(Entry::at).thenComparing(entry -> entry.id().toString()));
    return entries;
  }

  private void ground(String indicator, History.Ground ground) {
    List<String> told = ground.except() == null ? List.of() : ground.except();
    List<Site> here =
        sites.stream()
            .filter(
                site ->
                    site.footprint().indicatorCode().equals(indicator)
                        && !told.contains(site.footprint().code()))
            .toList();
    String track =
        plan.findTrackOfIndicator(indicator)
            .orElseThrow(() -> unknown("indicator", indicator))
            .code();
    for (FieldReport report : new GroundTimeline(indicator, ground, here, zone).entries()) {
      entries.add(report);
      reviewed(track, report);
    }
  }

  private void figures(String key, List<List<Object>> pairs) {
    String[] words = key.split("@");
    String track =
        plan.findTrackOfIndicator(words[0])
            .orElseThrow(() -> unknown("indicator", words[0]))
            .code();
    for (List<Object> pair : pairs) {
      LocalDate asOf = LocalDate.parse(pair.get(0).toString());
      String name = key + "#" + asOf;
      Figure figure =
          new Figure(
              evening(asOf, name),
              Chance.id(name),
              words[0],
              new BigDecimal(pair.get(1).toString()),
              asOf,
              words.length > 1 ? words[1] : null,
              note(pair));
      entries.add(figure);
      accepted(track, figure);
    }
  }

  private void percents(String key, List<List<Object>> pairs) {
    String[] words = key.split("@");
    for (List<Object> pair : pairs) {
      LocalDate asOf = LocalDate.parse(pair.get(0).toString());
      String name = "percent " + key + "#" + asOf;
      DeclaredPercent percent =
          new DeclaredPercent(
              evening(asOf, name),
              Chance.id(name),
              words[0],
              new BigDecimal(pair.get(1).toString()),
              asOf,
              words.length > 1 ? words[1] : null,
              note(pair));
      entries.add(percent);
      accepted(words[0], percent);
    }
  }

  /** Where a figure wants a word, it stands third. */
  private static String note(List<Object> pair) {
    return pair.size() > 2 ? pair.get(2).toString() : null;
  }

  private void item(String code, LocalDate done) {
    String track =
        plan.tracks()
            .filter(
                t ->
                    t.milestones().stream()
                        .anyMatch(
                            m ->
                                m.requirements().stream()
                                    .anyMatch(
                                        r ->
                                            r instanceof ItemRequirement i
                                                && i.code().equals(code))))
            .findFirst()
            .orElseThrow(() -> unknown("item", code))
            .code();
    Item item = new Item(evening(done, code), Chance.id("item", code), track, code, done);
    entries.add(item);
    accepted(track, item);
  }

  private void special(History.Special special) {
    Site site =
        sites.stream()
            .filter(s -> s.footprint().code().equals(special.footprint()))
            .findFirst()
            .orElseThrow(() -> unknown("footprint", special.footprint()));
    Part part = Part.range(special.rangeM().get(0) * 10, special.rangeM().get(1) * 10);
    Instant observed = special.observedAt().toInstant();
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i < special.photos(); i++) {
      var place = GroundTimeline.place(site.footprint(), part, i);
      String scene = history.ground().get(site.footprint().indicatorCode()).scene();
      shots.add(
          new Shot(
              scene,
              place.x,
              place.y,
              observed.minusSeconds(120L + 300L * i),
              i >= special.photosMissing()));
    }
    FieldReport report =
        new FieldReport(
            special.at().toInstant(),
            Chance.id(special.name()),
            observed,
            special.footprint(),
            site.townshipOf(part),
            !special.undone(),
            part,
            special.method(),
            special.accuracyM(),
            shots,
            special.note());
    entries.add(report);
    if (special.verdict() != null) {
      entries.add(
          new Verdict(
              special.verdictAt().toInstant(),
              Chance.id("verdict", special.name()),
              report.id(),
              special.verdict(),
              special.reason()));
    }
  }

  /** Most are accepted; some come back, are put right two days later and then accepted. */
  private void reviewed(String track, FieldReport report) {
    String name = report.id().toString();
    if (Chance.of("returned", name) >= pace(track).returned()) {
      accepted(track, report);
      return;
    }
    Instant back = verdictTime(track, report.at(), name);
    String reason = REASONS.get(Chance.below(REASONS.size(), "reason", name));
    entries.add(new Verdict(back, Chance.id("return", name), report.id(), "return", reason));
    Instant again =
        GroundTimeline.workday(LocalDate.ofInstant(back, zone).plusDays(2))
            .atTime(16, Chance.below(60, "again", name))
            .atZone(zone)
            .toInstant();
    if (!again.isAfter(back)) again = back.plusSeconds(3 * 3600);
    FieldReport mended =
        new FieldReport(
            again,
            Chance.id("mended", name),
            report.observedAt(),
            report.footprint(),
            report.township(),
            true,
            report.part(),
            report.method(),
            report.accuracyM(),
            report.shots(),
            "按退回意见补正");
    entries.add(mended);
    accepted(track, mended);
  }

  private void accepted(String track, Entry report) {
    String name = report.id().toString();
    entries.add(
        new Verdict(
            verdictTime(track, report.at(), name),
            Chance.id("accept", name),
            report.id(),
            "accept",
            null));
  }

  private Instant verdictTime(String track, Instant received, String name) {
    History.Pace pace = pace(track);
    LocalDate day =
        LocalDate.ofInstant(received, zone)
            .plusDays(1L + Chance.below(pace.days(), "review", name));
    for (List<LocalDate> pause :
        pace.pauses() == null ? List.<List<LocalDate>>of() : pace.pauses()) {
      if (!day.isBefore(pause.get(0)) && !day.isAfter(pause.get(1)))
        day = pause.get(1).plusDays(1L + Chance.below(3, "after", name));
    }
    while (!GroundTimeline.workday(day).equals(day)) day = day.plusDays(1);
    return day.atTime(9 + Chance.below(8, "desk", name), Chance.below(60, "minute", name))
        .atZone(zone)
        .toInstant();
  }

  private History.Pace pace(String track) {
    return history.review().getOrDefault(track, history.review().get("default"));
  }

  private Instant evening(LocalDate day, String name) {
    return day.atTime(16 + Chance.below(3, "evening", name), Chance.below(60, "minute", name))
        .atZone(zone)
        .toInstant();
  }

  private static IllegalStateException unknown(String kind, String code) {
    return new IllegalStateException(
        "the demo history names " + kind + " " + code + ", which the plan does not have");
  }
}
