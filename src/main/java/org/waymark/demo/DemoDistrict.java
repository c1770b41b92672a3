package org.waymark.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.springframework.stereotype.Component;
import org.waymark.access.Accounts;
import org.waymark.calendar.DistrictClock;
import org.waymark.demo.GroundTimeline.Site;
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.footprint.TownshipShare;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.progress.Progress;
import org.waymark.township.GroundFiles;
import org.waymark.township.Townships;

/**
 * Front door of the demo: the plan, the ground, the accounts and a made-up year (演示数据) up to now.
 */
@Component
public class DemoDistrict {
  private static final Logger LOG = LoggerFactory.getLogger(DemoDistrict.class);
  private final Plans plans;
  private final Townships townships;
  private final Footprints footprints;
  private final Accounts accounts;
  private final DistrictClock clock;
  private final DemoReplay replay;
  private final Progress progress;
  private final DemoPublication publication;
  private final DemoLoadQueries loads;

  DemoDistrict(
      Plans plans,
      Townships townships,
      Footprints footprints,
      Accounts accounts,
      DistrictClock clock,
      DemoReplay replay,
      Progress progress,
      DemoPublication publication,
      DemoLoadQueries loads) {
    this.plans = plans;
    this.townships = townships;
    this.footprints = footprints;
    this.accounts = accounts;
    this.clock = clock;
    this.replay = replay;
    this.progress = progress;
    this.publication = publication;
    this.loads = loads;
  }

  /**
   * Does nothing where it is loaded; a load cut short goes on where it stopped, since every step
   * can be repeated.
   */
  public void load() {
    PlanKey key = plans.currentKey();
    if (loads.isFinished(key)) return;
    long start = System.nanoTime();
    Map<String, Object> files = files();
    Instant first = clock.startOf(day(files, "knownFrom"));
    clock.at(first, () -> ground(files, key));
    Instant until = loads.begin(key, earlier(clock.now(), clock.endOf(day(files, "lastDay"))));
    progress.loadReports(key, () -> play(key, files, until));
    clock.at(
        earlier(until, clock.endOf(day(files, "lastDay")).minusSeconds(1)),
        () ->
            publication.publish(
                key, (String) files.get("snapshotNote"), (String) files.get("photoCaption")));
    loads.analyze();
    loads.finish(key);
    LOG.info("Demo district loaded in {} s", (System.nanoTime() - start) / 1_000_000_000);
  }

  /** Everything reported and reviewed before {@code until}; the ground must be there. */
  void play(PlanKey key, Instant until) {
    play(key, files(), until);
  }

  private void play(PlanKey key, Map<String, Object> files, Instant until) {
    History history = history(files);
    List<Site> sites = sites(key);
    List<Entry> entries =
        timeline(key, history, sites).stream().filter(e -> e.at().isBefore(until)).toList();
    DemoCast cast = new DemoCast(accounts, plans.get(key), townships.list(), history);
    Map<String, FootprintVersion> drawn =
        sites.stream()
            .map(Site::footprint)
            .collect(Collectors.toMap(FootprintVersion::code, Function.identity()));
    replay.play(key, entries, cast, drawn);
  }

  /** The whole year, whatever the time is; loads the ground where it is missing. */
  List<Entry> timeline() {
    PlanKey key = plans.currentKey();
    Map<String, Object> files = files();
    clock.at(clock.startOf(day(files, "knownFrom")), () -> ground(files, key));
    return timeline(key, history(files), sites(key));
  }

  private List<Entry> timeline(PlanKey key, History history, List<Site> sites) {
    return new YearTimeline(history, plans.get(key), sites, clock.zone()).entries();
  }

  private Object ground(Map<String, Object> files, PlanKey key) {
    plans.load(file((String) files.get("plan")), clock.now(), null);
    String source = (String) files.get("source");
    townships.load(
        key.districtCode(),
        new GroundFiles(
            bytes(files.get("district")),
            bytes(files.get("townships")),
            bytes(files.get("rivers")),
            source));
    footprints.load(key, file((String) files.get("footprints")), source);
    return accounts.createDemo();
  }

  private List<Site> sites(PlanKey key) {
    Map<String, List<TownshipShare>> shares = footprints.listShares(key);
    return footprints.list(key).stream()
        .map(f -> new Site(f, mainTownship(shares.get(f.code())), shares.get(f.code())))
        .toList();
  }

  private static String mainTownship(List<TownshipShare> shares) {
    return shares.stream()
        .filter(share -> !share.townshipCode().isEmpty())
        .max(Comparator.comparingDouble(TownshipShare::share))
        .map(TownshipShare::townshipCode)
        .orElse("");
  }

  private static Map<String, Object> files() {
    return yaml("demo/district.yaml");
  }

  private static History history(Map<String, Object> files) {
    return History.read(file((String) files.get("history")));
  }

  private static LocalDate day(Map<String, Object> files, String name) {
    return LocalDate.parse(files.get(name).toString());
  }

  private static byte[] bytes(Object name) {
    try (InputStream in = file((String) name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("cannot read gis-data/" + name + ": " + e.getMessage(), e);
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static InputStream file(String name) {
    InputStream in = DemoDistrict.class.getResourceAsStream("/gis-data/" + name);
    if (in == null) throw new IllegalStateException("gis-data/" + name + " is missing");
    return in;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> yaml(String name) {
    return (Map<String, Object>)
        new Load(LoadSettings.builder().build()).loadFromInputStream(file(name));
  }
}
