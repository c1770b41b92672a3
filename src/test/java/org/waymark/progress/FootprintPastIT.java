package org.waymark.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waymark.Visitor.json;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FootprintPastIT extends RollUpCast {
  private static final String CODE = "01.1-950";

  @Test
  void a_footprint_is_as_the_server_knew_it_on_that_day() {
    on(
        "2026-01-02",
        () -> {
          pipe(CODE, 108.05, 29.55, 108.15);
          return null;
        });
    UUID report = on("2026-02-01", () -> done(CODE, 0, 1500));
    on(
        "2026-02-10",
        () -> {
          accept(report);
          return null;
        });
    assertThat(footprint("?asOf=2026-01-31").get("state").asString()).isEqualTo("none");
    assertThat(footprint("?asOf=2026-01-31").get("reports").size()).isZero();
    JsonNode reported = footprint("?asOf=2026-02-05");
    assertThat(reported.get("reported").toString()).isEqualTo("[[0,1500]]");
    assertThat(reported.get("verified").toString()).isEqualTo("[]");
    assertThat(reported.get("missing").toString()).isEqualTo("[[1500,2000]]");
    for (String day : new String[] {"?asOf=2026-02-10", ""}) {
      JsonNode verified = footprint(day);
      assertThat(verified.get("verified").toString()).isEqualTo("[[0,1500]]");
      assertThat(verified.get("verifiedQuantity").asDouble()).isEqualTo(1.5);
      assertThat(verified.get("state").asString()).isEqualTo("partly");
      assertThat(verified.has("light")).isTrue();
    }
    assertThat(footprint("").get("reports").get(0).get("id").asString())
        .isEqualTo(report.toString());
    JsonNode all = json(visitor(admin).get("/api/footprints?indicator=01.1&asOf=2026-02-05"));
    assertThat(all.get("features").get(0).get("properties").get("reported").toString())
        .isEqualTo("[[0,1500]]");
    assertThat(json(visitor(admin).get("/api/footprints?asOf=2026-01-01")).get("features"))
        .noneMatch(f -> CODE.equals(f.get("id").asString()));
  }

  private JsonNode footprint(String query) {
    return json(visitor(admin).get("/api/footprints/" + CODE + query)).get("properties");
  }
}
