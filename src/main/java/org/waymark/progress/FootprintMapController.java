package org.waymark.progress;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.Completions;
import org.waymark.completion.Report;
import org.waymark.completion.ReportFilter;
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.progress.FootprintMapQueries.Row;
import org.waymark.progress.FootprintMapQueries.Wanted;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Footprints as GeoJSON with what is done of them, within the caller's scope. */
@RestController
class FootprintMapController {
  private static final String GEO_JSON = "application/geo+json";
  private final FootprintMapQueries queries;
  private final Footprints footprints;
  private final Plans plans;
  private final FootprintStandings standings;
  private final Judging judging;
  private final Completions completions;
  private final Callers callers;
  private final DistrictClock clock;
  private final JsonMapper mapper;

  FootprintMapController(
      FootprintMapQueries queries,
      Footprints footprints,
      Plans plans,
      FootprintStandings standings,
      Judging judging,
      Completions completions,
      Callers callers,
      DistrictClock clock,
      JsonMapper mapper) {
    this.queries = queries;
    this.footprints = footprints;
    this.plans = plans;
    this.standings = standings;
    this.judging = judging;
    this.completions = completions;
    this.callers = callers;
    this.clock = clock;
    this.mapper = mapper;
  }

  /**
   * A FeatureCollection of those in force on the day.
   *
   * @param bbox west,south,east,north in degrees
   * @param asOf what the server knew at the end of that day; without, now
   */
  @GetMapping(path = "/api/footprints", produces = GEO_JSON)
  public byte[] list(
      @RequestParam(required = false) Integer project,
      @RequestParam(required = false) String indicator,
      @RequestParam(required = false) String township,
      @RequestParam(required = false) String bbox,
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer plan) {
    PlanKey key = plans.keyOf(plan);
    Instant at = plans.instantOf(asOf);
    Caller caller = callers.get();
    Plan known = plans.getAsOf(key, at);
    Map<String, FootprintPlace> places = FootprintFeatures.places(known, caller);
    if (project != null) places.values().removeIf(p -> p.project() != project);
    if (indicator != null) places.keySet().retainAll(Set.of(indicator));
    Wanted wanted = new Wanted(places.keySet(), townships(caller, township), box(bbox));
    List<Row> rows = queries.list(key, at, wanted);
    Map<String, FootprintStanding> done = standings.list(known, asOf, at, rows);
    Map<String, Light> lights = lights(key, asOf);
    return write(
        json -> {
          json.writeStartObject();
          json.writeStringProperty("type", "FeatureCollection");
          json.writeName("features");
          json.writeStartArray();
          for (Row row : rows) {
            FootprintPlace place = places.get(row.indicator());
            new FootprintFeature(json, row, done.get(row.code()))
                .write(place.project(), place.track(), lights.get(place.track()), () -> {});
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  /**
   * One Feature, with what is missing of it, its versions and its reports.
   *
   * @param version that version's shape; without, the one in force on the day or the last before
   * @throws Problem NOT_FOUND where unknown or out of scope
   */
  @GetMapping(path = "/api/footprints/{code}", produces = GEO_JSON)
  public byte[] get(
      @PathVariable String code,
      @RequestParam(required = false) Integer version,
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(required = false) Integer plan) {
    PlanKey key = plans.keyOf(plan);
    Instant at = plans.instantOf(asOf);
    Caller caller = callers.get();
    Plan known = plans.getAsOf(key, at);
    Map<String, FootprintPlace> places = FootprintFeatures.places(known, caller);
    Wanted wanted = new Wanted(places.keySet(), townships(caller, null), null);
    Row row =
        queries
            .find(key, at, wanted, code, version)
            .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, Map.of("what", code)));
    FootprintPlace place = places.get(row.indicator());
    FootprintStanding standing = standings.list(known, asOf, at, List.of(row)).get(code);
    Light light = lights(key, asOf).get(place.track());
    return write(
        json -> {
          FootprintFeature feature = new FootprintFeature(json, row, standing);
          feature.write(
              place.project(),
              place.track(),
              light,
              () -> {
                if (row.designLengthDm() > 0) feature.ranges("missing", missing(row, standing));
                details(json, key, row, at);
                json.writeName("reports");
                mapper.writeValue(json, reports(caller, key, code, at));
              });
        });
  }

  private static MeasureRanges missing(Row row, FootprintStanding standing) {
    return MeasureRanges.of(new MeasureRange(0, row.designLengthDm()))
        .subtract(standing.reported());
  }

  private void details(JsonGenerator json, PlanKey key, Row row, Instant at) {
    if (row.knownTo() != null) json.writeStringProperty("knownTo", row.knownTo().toString());
    json.writeName("attributes");
    json.writeRawValue(row.attributes());
    json.writeName("versions");
    json.writeStartArray();
    for (FootprintVersion v : footprints.listVersions(key, row.code())) {
      if (v.knownFrom().isAfter(at)) continue;
      json.writeStartObject();
      json.writeNumberProperty("version", v.version());
      json.writeStringProperty("knownFrom", v.knownFrom().toString());
      if (v.knownTo() != null) json.writeStringProperty("knownTo", v.knownTo().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Newest first, as they stand now; those received after {@code at} are left out. */
  private List<Report> reports(Caller caller, PlanKey key, String code, Instant at) {
    return completions.list(caller, key, ReportFilter.ofFootprint(code)).reports().stream()
        .filter(r -> !r.receivedAt().isAfter(at))
        .toList();
  }

  /** By track, as judged at the end of the day. */
  private Map<String, Light> lights(PlanKey key, LocalDate asOf) {
    Map<String, Light> lights = new HashMap<>();
    for (var project :
        judging.judge(key, asOf == null ? clock.today() : asOf).progress().projects())
      project.tracks().forEach(track -> lights.put(track.code(), track.light()));
    return lights;
  }

  /** Null where the caller may see, and asks for, every township. */
  private static Set<String> townships(Caller caller, String wanted) {
    if (wanted == null) return caller.townships().orElse(null);
    return caller.coversTownship(wanted) ? Set.of(wanted) : Set.of();
  }

  private static double[] box(String bbox) {
    if (bbox == null) return null;
    try {
      double[] box = Arrays.stream(bbox.split(",")).mapToDouble(Double::parseDouble).toArray();
      if (box.length == 4 && box[0] <= box[2] && box[1] <= box[3]) return box;
    } catch (NumberFormatException e) {
      // told below, with the text as given
    }
    throw new Problem(
        ProblemType.BAD_REQUEST, Map.of("detail", "bbox=" + bbox + " ≠ west,south,east,north"));
  }

  private byte[] write(Consumer<JsonGenerator> content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    try (JsonGenerator json = mapper.createGenerator(bytes)) {
      content.accept(json);
    }
    return bytes.toByteArray();
  }
}
