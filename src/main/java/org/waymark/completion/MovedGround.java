package org.waymark.completion;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.waymark.footprint.FootprintChanged;

/** Puts the reports of a changed footprint onto its new version, before anybody counts them. */
@Component
class MovedGround {
  private final SubjectFold fold;

  MovedGround(SubjectFold fold) {
    this.fold = fold;
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  public void on(FootprintChanged changed) {
    Subject subject =
        new Subject(changed.key(), Subject.Type.FOOTPRINT, changed.footprintCode(), "");
    fold.lockGround(changed.key());
    if (fold.isEmpty(subject)) return;
    fold.lock(subject);
    fold.refold(subject);
  }
}
