package org.waymark.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Ground;
import org.waymark.WaymarkIT;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.Projection.Outcome;
import org.waymark.geojson.GeoJson;
import org.waymark.linearref.Cast;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Sensitivity;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.township.Townships;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

@WaymarkIT
class FootprintsIT {
  private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static int number = 990_200;
  @Autowired Footprints footprints;
  @Autowired Townships townships;
  @Autowired Plans plans;
  @Autowired DistrictClock clock;
  @Autowired JdbcClient jdbc;
  PlanKey key;

  @BeforeEach
  void a_district_of_its_own() {
    String district = String.valueOf(++number);
    key = new PlanKey(district, 2026);
    plans.load(Ground.plan(district), JANUARY, null);
    clock.at(JANUARY, () -> townships.load(district, Ground.base(district, "test")));
  }

  @Test
  void loads_every_footprint_of_the_demo_and_the_same_file_changes_nothing() {
    long start = System.nanoTime();
    LoadResult first = clock.at(JANUARY, () -> footprints.load(key, Ground.footprints(), "test"));
    System.out.printf("loaded 1001 footprints in %d ms%n", (System.nanoTime() - start) / 1_000_000);
    assertThat(first).isEqualTo(new LoadResult(1001, 0, 0));
    assertThat(clock.at(MARCH, () -> footprints.load(key, Ground.footprints(), "test")))
        .isEqualTo(new LoadResult(0, 0, 1001));
    FootprintVersion pipe = footprints.findCurrent(key, "18.2-001").orElseThrow();
    assertThat(pipe.indicatorCode()).isEqualTo("18.2");
    assertThat(pipe.kind()).isEqualTo(GeometryKind.LINE);
    assertThat(pipe.designLengthDm()).isEqualTo(61_300);
    assertThat(pipe.lengthM()).isCloseTo(6_130, within(0.1));
    assertThat(pipe.lengthFlagged()).isFalse();
    assertThat(pipe.sensitivity()).isEqualTo(Sensitivity.INTERNAL);
    assertThat(pipe.geom().getCoordinates()[0].getM()).isZero();
    assertThat(pipe.attributes()).containsEntry("role", "trunk");
    assertThat(footprints.findCurrent(key, "05.1-001").orElseThrow().components()).hasSize(5);
    parts_of_every_footprint_make_the_whole();
    parts_of_every_line_agree_with_postgis();
  }

  private void parts_of_every_footprint_make_the_whole() {
    Map<String, List<TownshipShare>> shares = footprints.listShares(key);
    for (FootprintVersion v : footprints.list(key)) {
      List<TownshipShare> parts = shares.get(v.code());
      assertThat(parts.stream().mapToDouble(TownshipShare::share).sum())
          .as(v.code())
          .isCloseTo(1, within(1e-9));
      if (v.kind() != GeometryKind.LINE) continue;
      MeasureRanges whole =
          parts.stream()
              .map(TownshipShare::ranges)
              .reduce(MeasureRanges.EMPTY, MeasureRanges::union);
      assertThat(whole).isEqualTo(MeasureRanges.of(new MeasureRange(0, v.designLengthDm())));
      assertThat(parts.stream().mapToLong(p -> p.ranges().lengthDm()).sum())
          .isEqualTo(v.designLengthDm());
    }
  }

  private void parts_of_every_line_agree_with_postgis() {
    List<String> apart =
        jdbc.sql(
                """
                with whole as (
                  select v.footprint_code, t.township_code, v.design_length_dm / 10.0 / v.length_m *
                    st_length(st_intersection(v.geom, t.geom)::geography) as inside_m
                  from core.footprint_version v
                  join core.township t on t.district_code = v.district_code and st_intersects(t.geom, v.geom)
                  where v.district_code = :district and v.geometry_kind = 'line'),
                split as (
                  select footprint_code, township_code,
                    (select sum(upper(r) - lower(r)) from unnest(ranges) r) / 10.0 as part_m
                  from core.footprint_township
                  where district_code = :district and ranges is not null and township_code <> '')
                select footprint_code || ' ' || township_code || ' ' || coalesce(part_m, 0) || ' ' || coalesce(inside_m, 0)
                from whole full join split using (footprint_code, township_code)
                where abs(coalesce(part_m, 0) - coalesce(inside_m, 0)) > 1
                """)
            .param("district", key.districtCode())
            .query(String.class)
            .list();
    assertThat(apart).isEmpty();
  }

  @Test
  void a_changed_feature_becomes_a_new_version_and_the_old_one_ends() {
    load(JANUARY, pipe(1.0, Cast.straight()));
    assertThat(load(MARCH, pipe(1.2, Cast.line(0, -200, 0, 1000))))
        .isEqualTo(new LoadResult(0, 1, 0));
    FootprintVersion old = footprints.findVersion(key, "18.2-X", 1).orElseThrow();
    FootprintVersion current = footprints.findCurrent(key, "18.2-X").orElseThrow();
    assertThat(old.knownTo()).isEqualTo(MARCH);
    assertThat(current.version()).isEqualTo(2);
    assertThat(current.knownFrom()).isEqualTo(MARCH);
    assertThat(current.designLengthDm()).isEqualTo(12_000);
    assertThat(footprints.listAsOf(key, JANUARY))
        .extracting(FootprintVersion::version)
        .containsExactly(1);
    assertThat(footprints.listVersions(key, "18.2-X")).hasSize(2);
    Projection projection = footprints.project(key, "18.2-X", 1, new MeasureRange(1_000, 3_000));
    assertThat(projection.outcome()).isEqualTo(Outcome.MOVED_LITTLE);
    assertThat(projection.ranges().toMultirange()).isEqualTo("{[3000,5000)}");
    assertThat(footprints.project(key, "18.2-X", 2, new MeasureRange(1, 2)).outcome())
        .isEqualTo(Outcome.SAME);
  }

  @Test
  void another_name_alone_leaves_every_range_where_it_was() {
    load(JANUARY, pipe(1.0, Cast.straight()));
    load(MARCH, pipe(1.0, Cast.straight()).replace("干管", "支管"));
    assertThat(footprints.project(key, "18.2-X", 1, new MeasureRange(0, 10_000)))
        .isEqualTo(new Projection(Outcome.SAME, MeasureRanges.of(new MeasureRange(0, 10_000)), 0));
  }

  @Test
  void a_retired_footprint_has_no_current_version_and_may_come_back() {
    load(JANUARY, pipe(1.0, Cast.straight()));
    clock.at(MARCH, () -> retire("18.2-X"));
    assertThat(footprints.findCurrent(key, "18.2-X")).isEmpty();
    assertThat(footprints.project(key, "18.2-X", 1, new MeasureRange(0, 10)).outcome())
        .isEqualTo(Outcome.RETIRED);
    assertThat(load(MARCH.plusSeconds(60), pipe(1.0, Cast.straight())).added()).isEqualTo(1);
    assertThat(footprints.findCurrent(key, "18.2-X").orElseThrow().version()).isEqualTo(2);
  }

  private Object retire(String code) {
    footprints.retire(key, code);
    return null;
  }

  @Test
  void a_line_more_than_3_percent_off_its_design_length_is_flagged() {
    load(JANUARY, pipe(1.04, Cast.straight()));
    FootprintVersion version = footprints.findCurrent(key, "18.2-X").orElseThrow();
    assertThat(version.lengthFlagged()).isTrue();
    assertThat(version.lengthMismatch()).isCloseTo(1 / 1.04 - 1, within(1e-4));
  }

  @Test
  void a_new_layer_of_townships_divides_anew() {
    load(JANUARY, pipe(1.0, Cast.straight()));
    List<TownshipShare> before = footprints.listShares(key, "18.2-X", 1);
    clock.at(
        MARCH, () -> townships.load(key.districtCode(), Ground.base(key.districtCode(), "again")));
    assertThat(footprints.listShares(key, "18.2-X", 1)).isEqualTo(before);
    assertThat(footprints.listShares(key)).containsEntry("18.2-X", before);
    assertThat(
            jdbc.sql(
                    "select count(distinct layer_version) from core.footprint_township where district_code = ?")
                .param(key.districtCode())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void tells_every_fault_of_every_feature_and_changes_nothing() {
    String twice = pipe(1.0, Cast.straight());
    String faulty =
        feature(
                "{\"code\":\"18.2-A\",\"indicator\":\"99.9\",\"name\":\"a\",\"quantity\":1,\"unit\":\"km\"}",
                Cast.straight())
            + ","
            + feature(
                "{\"code\":\"18.2-B\",\"indicator\":\"18.2\",\"name\":\"b\",\"quantity\":0,\"unit\":\"m\"}",
                Cast.point(0, 0));
    Problem problem =
        catchThrowableOfType(
            Problem.class, () -> load(JANUARY, twice + "," + twice + "," + faulty));
    assertThat(problem.faults())
        .extracting(Fault::pointer, Fault::key)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "/features/1/properties/code", "footprint.duplicate"),
            org.assertj.core.groups.Tuple.tuple(
                "/features/2/properties/indicator", "footprint.unknownIndicator"),
            org.assertj.core.groups.Tuple.tuple("/features/3/geometry", "footprint.kind"),
            org.assertj.core.groups.Tuple.tuple("/features/3/properties/unit", "footprint.unit"),
            org.assertj.core.groups.Tuple.tuple(
                "/features/3/properties/quantity", "footprint.quantity"));
    assertThat(footprints.list(key)).isEmpty();
  }

  @Test
  void a_code_keeps_its_indicator() {
    load(JANUARY, pipe(1.0, Cast.straight()));
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () -> load(MARCH, pipe(1.0, Cast.straight()).replace("\"18.2\"", "\"09.1\"")));
    assertThat(problem.faults()).extracting(Fault::key).containsExactly("footprint.otherIndicator");
  }

  private LoadResult load(Instant at, String features) {
    String file = "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
    return clock.at(at, () -> footprints.load(key, Ground.stream(file), "test"));
  }

  private static String pipe(double km, Geometry shape) {
    return feature(
        String.format(
            Locale.ROOT,
            "{\"code\":\"18.2-X\",\"indicator\":\"18.2\",\"name\":\"干管\",\"quantity\":%s,\"unit\":\"km\"}",
            km),
        shape);
  }

  private static String feature(String properties, Geometry shape) {
    StringWriter geometry = new StringWriter();
    try (JsonGenerator json = new JsonMapper().createGenerator(geometry)) {
      GeoJson.write(json, shape);
    }
    return "{\"type\":\"Feature\",\"properties\":%s,\"geometry\":%s}"
        .formatted(properties, geometry);
  }
}
