package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.tiles.VectorTile.Feature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TilesIT extends TileCast {
  @Autowired TransactionTemplate transaction;

  @Test
  void no_tile_waits_for_a_worker_or_a_compiler() {
    assertThat(
            jdbc.sql(
                    """
                    select proname from pg_proc
                    where (prorettype = 'bytea'::regtype or proretset) and proname ~ '^tile_(townships|footprints|completed)$'
                      and not coalesce(proconfig, '{}') @> '{max_parallel_workers_per_gather=0,jit=off}'
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void footprints_carry_slim_attributes_and_their_shape() {
    List<Feature> close = features("planner", of("footprints", 13, 108.06, 29.5));
    Feature trail = feature(close, TRAIL);
    assertThat(trail.properties())
        .containsEntry("kind", "line")
        .containsEntry("indicator", "01.1")
        .containsEntry("townships", WEST)
        .containsEntry("name", "试验 " + TRAIL)
        .doesNotContainKeys("light", "state");
    assertThat(trail.number("project")).isEqualTo(1);
    assertThat(trail.type()).isEqualTo(2);
    assertThat(
            feature(features("planner", of("footprints", 12, 108.06, 29.5)), PIPE)
                .text("townships"))
        .isEqualTo(WEST + "," + EAST);
    assertThat(feature(features("planner", of("footprints", 13, 108.055, 29.48)), POINT).type())
        .isEqualTo(1);
    assertThat(feature(features("planner", of("footprints", 13, 108.06, 29.465)), AREA).type())
        .isEqualTo(3);
  }

  @Test
  void far_away_there_are_figures_of_townships_and_no_footprint() {
    List<Feature> far = features("planner", of("footprints", 8, 108.06, 29.5));
    assertThat(far)
        .isNotEmpty()
        .allMatch(f -> !f.properties().containsKey("code") && f.type() == 1);
    assertThat(far.stream().filter(f -> f.text("indicator").equals("18.2")))
        .allMatch(f -> f.number("count") >= 1)
        .extracting(f -> f.text("townships"))
        .containsExactly(WEST, EAST);
    List<Feature> nearer = features("planner", of("footprints", 10, 108.06, 29.5));
    assertThat(codes(nearer.stream().filter(f -> f.text("code") != null).toList()))
        .contains(TRAIL, PIPE)
        .doesNotContain(POINT);
    assertThat(nearer.stream().filter(f -> "05.1".equals(f.text("indicator"))))
        .allMatch(f -> f.number("count") == 1);
  }

  @Test
  void what_is_smaller_than_a_pixel_is_left_out_from_afar() {
    load(
        "18.2-950",
        "'quantity':0.05,'unit':'km'",
        "{'type':'LineString','coordinates':[[108.06,29.51],[108.0602,29.51]]}");
    assertThat(codes(features("planner", of("footprints", 13, 108.06, 29.51))))
        .contains("18.2-950");
    assertThat(codes(features("planner", of("footprints", 12, 108.06, 29.51))))
        .contains(PIPE)
        .doesNotContain("18.2-950");
  }

  @Test
  void townships_cover_the_ground() {
    List<Feature> all = features("planner", of("townships", 9, 108.1, 29.5));
    assertThat(codes(all)).containsExactly(WEST, EAST);
    assertThat(all).allMatch(f -> f.type() == 3);
    assertThat(get("planner", of("townships", 12, 100, 29.5)).body()).isEmpty();
  }

  @Test
  void done_ranges_are_cut_by_measure_and_others_carry_their_state() {
    line("18.2-960", 108.02, 29.56, 108.06);
    UUID first = done("18.2-960", 0, 2000, null);
    accept(first);
    done("18.2-960", 1000, 4000, null);
    String path = of("completed", 12, 108.03, 29.56);
    Feature verified = feature(features("planner", path), "18.2-960", "verified");
    Feature reported = feature(features("planner", path), "18.2-960", "reported");
    int[] from = verified.parts().get(0).get(0);
    int[] cut = verified.parts().get(0).get(verified.parts().get(0).size() - 1);
    assertThat(reported.parts().get(0).get(0)).isEqualTo(cut);
    // 2,000 of 8,000 m of 0.04 degrees, at 4096 units to 360/4096 degrees
    assertThat(cut[0] - from[0]).isBetween(464, 468);
    accept(done(POINT, 0, 0, List.of("标识牌")));
    Feature half =
        feature(features("planner", of("completed", 13, 108.055, 29.48)), POINT, "partly");
    assertThat(half.number("verified")).isEqualTo(50);
    List<Feature> far = features("planner", of("completed", 7, 108.03, 29.56));
    assertThat(far)
        .anyMatch(
            f ->
                f.text("indicator").equals("18.2")
                    && f.text("townships").equals(WEST)
                    && (Double) f.properties().get("verified") >= 2);
  }

  @Test
  void a_tile_never_carries_what_its_caller_may_not_see() {
    for (String layer : List.of("footprints", "completed"))
      for (int z : new int[] {6, 8, 9, 11, 13, 14}) {
        assertThat(features("water", of(layer, z, 108.06, 29.52)))
            .as(layer + " " + z)
            .allMatch(f -> f.number("project") == 18);
        assertThat(features("easterner", of(layer, z, 108.09, 29.52)))
            .as(layer + " " + z)
            .allMatch(f -> f.text("townships").contains(EAST));
        assertThat(get(null, of(layer, z, 108.06, 29.52)).statusCode()).isEqualTo(401);
      }
    assertThat(codes(features("water", of("footprints", 13, 108.06, 29.52)))).contains(PIPE);
    assertThat(codes(features("easterner", of("footprints", 13, 108.06, 29.52))))
        .contains(PIPE)
        .doesNotContain(TRAIL, SEWER);
  }

  @Test
  void whoever_has_the_tile_is_told_so() {
    String path = of("footprints", 12, 108.06, 29.5);
    HttpResponse<byte[]> packed = get("planner", path, "Accept-Encoding", "gzip");
    HttpResponse<byte[]> plain = get("planner", path);
    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(plain.headers().firstValue("Content-Type")).hasValue(Tile.TYPE);
    assertThat(plain.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
    assertThat(plain.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
    String tag = packed.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).startsWith("\"").isNotEqualTo(plain.headers().firstValue("ETag").orElseThrow());
    for (String known : List.of(tag, "W/" + tag, "\"x\", " + tag, "*")) {
      HttpResponse<byte[]> same = get("planner", path, "If-None-Match", known);
      assertThat(same.statusCode()).isEqualTo(304);
      assertThat(same.body()).isEmpty();
    }
    assertThat(get("planner", path, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
  }

  /** The second answer comes from what is kept, before the dispatcher. */
  @Test
  void a_kept_tile_is_the_same_and_for_the_same_audience_only() {
    for (String layer : List.of("townships", "footprints", "completed")) {
      String path = of(layer, 13, 108.06, 29.52);
      HttpResponse<byte[]> made = get("planner", path);
      HttpResponse<byte[]> kept = get("planner", path);
      assertThat(kept.body()).as(layer).isEqualTo(made.body());
      assertThat(kept.headers().map().keySet()).isEqualTo(made.headers().map().keySet());
      assertThat(kept.headers().firstValue("ETag")).isEqualTo(made.headers().firstValue("ETag"));
      assertThat(get(null, path).statusCode()).isEqualTo(401);
      if (!layer.equals("townships"))
        assertThat(features("water", path)).allMatch(f -> f.number("project") == 18);
    }
  }

  @Test
  void a_report_drops_only_the_tiles_its_interval_covers() throws Exception {
    line("18.2-970", 108.12, 29.7, 108.16);
    List<String> paths = new ArrayList<>();
    for (double lon = 108.11; lon < 108.17; lon += 0.002)
      for (String layer : List.of("footprints", "completed")) paths.add(of(layer, 16, lon, 29.7));
    paths.add(of("completed", 10, 108.14, 29.7));
    Thread.sleep(300); // the load's own notice
    paths.forEach(path -> get("planner", path));
    int full = cache.count();
    done("18.2-970", 2000, 2050, null);
    int dropped = full - cache.count();
    assertThat(dropped).isBetween(2, 5);
    Thread.sleep(300);
    assertThat(full - cache.count()).isLessThan(15); // again when heard, with tiles of overview
    String here = of("completed", 16, 108.1301, 29.7);
    assertThat(codes(features("planner", here))).contains("18.2-970");
    assertThat(features("planner", of("completed", 16, 108.15, 29.7))).isEmpty();
  }

  /** The tile is read within the transaction's life, before its commit. */
  @Test
  void a_tile_read_before_a_commit_is_not_kept_after_it() throws Exception {
    line("18.2-980", 108.12, 29.8, 108.16);
    String path = of("completed", 14, 108.125, 29.8);
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      done("18.2-980", 0, 2000, null);
                      written.countDown();
                      await(asked);
                    }));
    written.await();
    assertThat(features("planner", path)).isEmpty();
    asked.countDown();
    writer.get();
    assertThat(codes(features("planner", path))).containsExactly("18.2-980");
  }

  @Test
  void a_past_day_is_as_the_server_knew_it() {
    on(
        "2026-02-01",
        () -> {
          line("18.2-990", 108.12, 29.9, 108.16);
          return null;
        });
    UUID report = on("2026-03-01", () -> done("18.2-990", 0, 3000, null));
    on(
        "2026-03-05",
        () -> {
          accept(report);
          return null;
        });
    String path = of("completed", 13, 108.125, 29.9);
    assertThat(
            codes(
                features("planner", path.replace("completed", "footprints") + "?asOf=2026-01-31")))
        .isEmpty();
    assertThat(
            codes(
                features("planner", path.replace("completed", "footprints") + "?asOf=2026-02-02")))
        .contains("18.2-990");
    assertThat(features("planner", path + "?asOf=2026-02-20")).isEmpty();
    assertThat(features("planner", path + "?asOf=2026-03-02"))
        .extracting(f -> f.text("state"))
        .containsExactly("reported");
    for (String day : List.of("?asOf=2026-03-06", "?asOf=2026-07-08", ""))
      assertThat(features("planner", path + day))
          .extracting(f -> f.text("state"))
          .containsExactly("verified");
    String far = of("completed", 8, 108.125, 29.9) + "?asOf=";
    assertThat(features("planner", far + "2026-02-20"))
        .noneMatch(f -> f.text("indicator").equals("18.2") && f.text("townships").equals(EAST));
    assertThat(features("planner", far + "2026-03-02"))
        .anyMatch(f -> f.text("indicator").equals("18.2") && f.text("townships").equals(EAST));
    assertThat(get("planner", path + "?asOf=2026-07-09").statusCode()).isEqualTo(400);
  }

  @Test
  void describes_itself_as_tilejson() {
    JsonNode json =
        new JsonMapper().readTree(get("planner", "/tiles/footprints.json?plan=2026").body());
    assertThat(json.get("tilejson").asString()).isEqualTo("3.0.0");
    assertThat(json.get("tiles").get(0).asString())
        .isEqualTo("http://127.0.0.1:" + port + "/tiles/footprints/{z}/{x}/{y}.mvt?plan=2026");
    assertThat(json.get("vector_layers").get(0).get("id").asString()).isEqualTo("footprints");
    assertThat(json.get("bounds").get(0).asDouble())
        .isEqualTo(108, org.assertj.core.api.Assertions.within(1e-6));
    assertThat(json.get("maxzoom").asInt()).isEqualTo(16);
    assertThat(json.get("featureCounts").get("1").asInt()).isEqualTo(1);
    assertThat(json.get("featureCounts").get("18").asInt()).isPositive();
    JsonNode water = new JsonMapper().readTree(get("water", "/tiles/footprints.json").body());
    assertThat(water.get("featureCounts").propertyNames()).containsExactly("18");
    assertThat(get(null, "/tiles/footprints.json").statusCode()).isEqualTo(401);
    assertThat(get("planner", "/tiles/weather.json").statusCode()).isEqualTo(404);
  }

  @Test
  void any_address_is_a_tile_or_a_4xx_problem() {
    Random random = new Random(7);
    String[] parts = {
      "0",
      "1",
      "16",
      "17",
      "-1",
      "99999999999",
      "a",
      "%00",
      "%2e%2e",
      "1.5",
      "é",
      "",
      "1e3",
      "+1",
      "0x1"
    };
    for (int i = 0; i < 300; i++) {
      String path =
          "/tiles/%s/%s/%s/%s.mvt%s"
              .formatted(
                  random.nextInt(4) == 0 ? "w" + random.nextInt(9) : "footprints",
                  pick(random, parts),
                  pick(random, parts),
                  pick(random, parts),
                  random.nextInt(3) == 0 ? "?asOf=" + pick(random, parts) : "");
      HttpResponse<byte[]> answer = get("planner", path.replace("é", "%C3%A9"));
      assertThat(answer.statusCode())
          .as(path)
          .satisfiesAnyOf(
              s -> assertThat(s).isEqualTo(200), s -> assertThat(s).isBetween(400, 499));
      if (answer.statusCode() != 200 && answer.body().length > 0 && !path.contains("%"))
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
            .as(path)
            .contains("/problems/");
    }
    assertThat(get("planner", "/tiles/footprints/17/0/0.mvt").statusCode()).isEqualTo(404);
    assertThat(get("planner", "/tiles/footprints/3/8/0.mvt").statusCode()).isEqualTo(404);
    assertThat(get("planner", "/tiles/footprints/a/8/0.mvt").statusCode()).isEqualTo(400);
  }

  private static String pick(Random random, String[] parts) {
    return parts[random.nextInt(parts.length)];
  }

  private static Feature feature(List<Feature> features, String code) {
    return features.stream().filter(f -> code.equals(f.text("code"))).findFirst().orElseThrow();
  }

  private static Feature feature(List<Feature> features, String code, String state) {
    return features.stream()
        .filter(f -> code.equals(f.text("code")) && state.equals(f.text("state")))
        .findFirst()
        .orElseThrow();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
