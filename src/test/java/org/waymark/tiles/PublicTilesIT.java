package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Visitor;
import org.waymark.tiles.VectorTile.Feature;

@TestPropertySource(
    properties = {
      "waymark.test.database=public-tiles",
      "waymark.publication.map-approval=渝S(2026)001号",
      "waymark.publication.map-source=test"
    })
class PublicTilesIT extends TileCast {
  private static final String HERE = "/tiles/public/footprints/";

  @Test
  void the_public_sees_what_was_published_and_nothing_else() {
    assertThat(read("footprints", 12)).isEmpty();
    accept(done(TRAIL, 0, 3000, null));
    accept(done(PIPE, 0, 3000, null));
    accept(done(SEWER, 0, 3000, null));
    assertThat(read("completed", 12)).isEmpty();
    publish();
    List<Feature> all = new ArrayList<>();
    for (String layer : List.of("footprints", "completed"))
      for (int z = 0; z <= 16; z++) all.addAll(read(layer, z));
    assertThat(all).isNotEmpty();
    assertThat(all)
        .allMatch(f -> f.text("indicator").equals("01.1") || f.text("indicator").equals("02.1"));
    assertThat(all).allMatch(f -> !f.properties().containsKey("code"));
    String text = all.stream().map(f -> f.properties().toString()).collect(Collectors.joining());
    assertThat(text).doesNotContain(PIPE, SEWER, POINT);
    assertThat(read("completed", 12)).extracting(f -> f.text("state")).containsExactly("verified");
    assertThat(read("footprints", 8)).anyMatch(f -> f.number("count") == 1);
    assertThat(codes(features(null, "/tiles/public/townships/" + tileOf(9, 108.06, 29.5) + ".mvt")))
        .containsExactly(WEST, EAST);

    // what is accepted later is not out before somebody lets it out
    accept(done(TRAIL, 4000, 5000, null));
    int parts = read("completed", 12).get(0).parts().size();
    assertThat(parts).isEqualTo(1);
    int number = publish();
    assertThat(read("completed", 12).get(0).parts().size()).isEqualTo(2);
    withdraw(number);
    assertThat(read("completed", 12).get(0).parts().size()).isEqualTo(1);
    withdraw(number - 1);
    assertThat(read("completed", 12)).isEmpty();
    assertThat(read("footprints", 12)).isEmpty();
  }

  @Test
  void the_public_is_told_when_it_has_the_tile() {
    String path = HERE + tileOf(12, 108.06, 29.5) + ".mvt";
    HttpResponse<byte[]> answer = get(null, path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, no-cache");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(get(null, path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(get(null, HERE + "17/0/0.mvt").statusCode()).isEqualTo(404);
    assertThat(get(null, "/tiles/public/footprints.json").statusCode()).isEqualTo(200);
    assertThat(get(null, "/tiles/public/accounts/1/0/0.mvt").statusCode()).isEqualTo(404);
  }

  private List<Feature> read(String layer, int z) {
    return features(null, "/tiles/public/" + layer + "/" + tileOf(z, 108.06, 29.5) + ".mvt");
  }

  private int publish() {
    Visitor planner = Visitor.program(port, "planner", PASSWORD);
    String digest = Visitor.json(planner.get("/api/snapshots/draft")).get("digest").asString();
    HttpResponse<String> answer =
        planner.send("POST", "/api/snapshots", "{\"digest\":\"" + digest + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return Visitor.json(answer).get("number").asInt();
  }

  private void withdraw(int number) {
    HttpResponse<String> answer =
        Visitor.program(port, "planner", PASSWORD)
            .send("PUT", "/api/snapshots/" + number + "/withdrawal", "{\"reason\":\"试\"}");
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }
}
