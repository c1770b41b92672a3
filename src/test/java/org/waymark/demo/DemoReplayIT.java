package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.waymark.WaymarkIT;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.progress.Progress;

/** The demo's load folds once; here each report is folded as it comes, as everybody's are. */
@WaymarkIT
@TestPropertySource(properties = "waymark.test.database=demo_replay")
class DemoReplayIT {
  @Autowired DemoDistrict demo;
  @Autowired Progress progress;
  @Autowired Plans plans;

  @Test
  void the_first_weeks_rolled_up_report_by_report_equal_their_recomputation() {
    PlanKey key = plans.currentKey();
    assertThat(demo.timeline()).isNotEmpty();
    demo.play(key, Instant.parse("2026-03-08T00:00:00Z"));
    assertThat(progress.audit(key)).isEmpty();
  }
}
