package org.waymark.field;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.evidence.Photos;
import org.waymark.progress.DayTurned;

/** Photos whose report never came are gone after a while. */
@Component
class UncitedPhotos {
  private static final Logger LOG = LoggerFactory.getLogger(UncitedPhotos.class);
  private final Photos photos;
  private final DistrictClock clock;

  UncitedPhotos(Photos photos, DistrictClock clock) {
    this.photos = photos;
    this.clock = clock;
  }

  @EventListener
  void on(DayTurned turned) {
    int gone =
        photos.dropUncited(turned.key().districtCode(), clock.now().minus(photos.keptUncited()));
    if (gone > 0)
      LOG.info("{} photos that no report cites were past their time and are deleted", gone);
  }
}
