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
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.footprint.TownshipShare;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.township.GroundFiles;
import org.waymark.township.Townships;

/** Front door of the demo: the plan, the ground, the accounts and a made-up year (演示数据) up to now. */
@Component
public class DemoDistrict {
  private static final Logger LOG = LoggerFactory.getLogger(DemoDistrict.class);
  private final Plans plans;
  private final Townships townships;
  private final Footprints footprints;
  private final Accounts accounts;
  private final DistrictClock clock;
  private final DemoReplay replay;
  private final DemoLoadQueries loads;

  DemoDistrict(
      Plans plans, Townships townships, Footprints footprints, Accounts accounts, DistrictClock clock, DemoReplay replay, DemoLoadQueries loads) {
    this.plans = plans;
    this.townships = townships;
    this.footprints = footprints;
    this.accounts = accounts;
    this.clock = clock;
    this.replay = replay;
    this.loads = loads;
  }

  /** Does nothing where it is loaded; a load cut short goes on where it stopped, since every step can be repeated. */
  public void load() {
    Map<String, Object> files = yaml("demo/district.yaml");
    LocalDate knownFrom = LocalDate.parse(files.get("knownFrom").toString());
    PlanKey key = plans.currentKey();
    if (loads.isFinished(key)) return;
    long start = System.nanoTime();
    clock.at(clock.startOf(knownFrom), () -> ground(files, key));
    Plan plan = plans.get(key);
    Instant until = loads.begin(key, earlier(clock.now(), clock.endOf(LocalDate.parse(files.get("lastDay").toString()))));
    History history = History.read(file((String) files.get("history")));
    List<GroundTimeline.Site> sites = footprints.list(key).stream().map(f -> new GroundTimeline.Site(f, mainTownship(key, f))).toList();
    List<Entry> entries = new YearTimeline(history, plan, sites, clock.zone()).entries().stream().filter(e -> e.at().isBefore(until)).toList();
    DemoCast cast = clock.at(clock.startOf(knownFrom), () -> new DemoCast(accounts, plan, townships.list(), history));
    replay.play(key, entries, cast, sites.stream().map(GroundTimeline.Site::footprint).collect(Collectors.toMap(FootprintVersion::code, Function.identity())));
    loads.finish(key);
    LOG.info("Demo district loaded: {} entries in {} s", entries.size(), (System.nanoTime() - start) / 1_000_000_000);
  }

  private Object ground(Map<String, Object> files, PlanKey key) {
    plans.load(file((String) files.get("plan")), clock.now(), null);
    String source = (String) files.get("source");
    townships.load(key.districtCode(), new GroundFiles(bytes(files.get("district")), bytes(files.get("townships")), bytes(files.get("rivers")), source));
    footprints.load(key, file((String) files.get("footprints")), source);
    return accounts.createDemo();
  }

  private String mainTownship(PlanKey key, FootprintVersion footprint) {
    return footprints.listShares(key, footprint.code(), footprint.version()).stream()
        .filter(share -> !share.townshipCode().isEmpty())
        .max(Comparator.comparingDouble(TownshipShare::share)).map(TownshipShare::townshipCode).orElse("");
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
    return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromInputStream(file(name));
  }
}
