package org.waymark.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.waymark.Visitor;

/** A real district, as it is installed: neither 审图号 nor the source of its boundaries is given. */
class BlockedPublicationIT extends PublicationCast {
  @Test
  void nothing_is_published_while_the_map_may_not_be_shown() {
    assertThat(draft().get("blockers").toString())
        .contains("WAYMARK_MAP_APPROVAL")
        .contains("WAYMARK_MAP_SOURCE");
    HttpResponse<String> refused = approve(draft().get("digest").asString());
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Visitor.json(refused).get("type").asString()).endsWith("cannot-publish");
    assertThat(anybody.get("/api/published/2026").statusCode()).isEqualTo(404);
  }
}
