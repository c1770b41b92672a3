package org.waymark.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
  /** {@code waymark.now} moves the clock's start; from there it ticks. */
  @Bean
  DistrictClock districtClock(
      @Value("${waymark.zone}") ZoneId zone, @Value("${waymark.now}") String now) {
    Clock system = Clock.system(zone);
    if (now.isBlank()) return new DistrictClock(system);
    Duration offset = Duration.between(system.instant(), OffsetDateTime.parse(now).toInstant());
    return new DistrictClock(Clock.offset(system, offset));
  }

  @Bean
  WorkingDays workingDays() {
    return new WorkingDays();
  }
}
