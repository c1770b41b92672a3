package org.waymark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.api.Test;

class PlanFactsTest {
  static Plan plan() {
    InputStream yaml =
        PlanFactsTest.class.getResourceAsStream("/gis-data/plan/qianjiang-2026.yaml");
    try {
      return PlanFile.read(yaml).plan();
    } catch (org.waymark.problem.Problem e) {
      e.faults().forEach(System.err::println);
      throw e;
    }
  }

  @Test
  void reads_back_from_json_as_it_was_written() {
    Plan plan = plan();
    assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    assertThat(PlanDifference.between(plan, PlanJson.read(PlanJson.write(plan)))).isEmpty();
  }
}
