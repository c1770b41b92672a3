package org.waymark.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.WaymarkIT;
import org.waymark.calendar.DistrictClock;

@WaymarkIT
class YearTimelineIT {
  @Autowired DemoDistrict demo;
  @Autowired DistrictClock clock;

  @Test
  void tells_the_same_year_every_time_and_touches_every_project() {
    List<Entry> once = demo.timeline();
    List<Entry> twice = demo.timeline();
    java.util.Map<String, Long> kinds = new java.util.TreeMap<>();
    for (Entry e : once) kinds.merge(e.getClass().getSimpleName(), 1L, Long::sum);
    for (Entry e : once)
      if (e instanceof Entry.FieldReport r)
        kinds.merge(r.footprint().substring(0, 4), 1L, Long::sum);
    System.out.println(kinds);
    assertThat(once).isEqualTo(twice);
  }
}
