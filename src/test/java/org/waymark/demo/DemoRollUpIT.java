package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.DemoIT;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.Plans;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.Light;
import org.waymark.progress.Progress;

@DemoIT
class DemoRollUpIT {
  @Autowired DemoDistrict demo;
  @Autowired Progress progress;
  @Autowired Plans plans;
  @Autowired DistrictClock clock;

  @Test
  void every_light_occurs_in_the_year() {
    demo.load();
    Set<Light> seen = EnumSet.noneOf(Light.class);
    for (LocalDate day = LocalDate.parse("2026-01-15");
        !day.isAfter(clock.today());
        day = day.plusDays(7))
      progress.get(plans.currentKey(), day).projects().stream()
          .flatMap(p -> p.tracks().stream())
          .map(TrackProgress::light)
          .forEach(seen::add);
    EnumSet<Light> wanted = EnumSet.allOf(Light.class);
    wanted.remove(Light.NONE);
    assertThat(seen).containsAll(wanted);
  }
}
