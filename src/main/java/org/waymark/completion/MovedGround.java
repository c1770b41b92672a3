package org.waymark.completion;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.waymark.footprint.FootprintsChanged;

/** Puts the reports of changed footprints onto their new versions, before anybody counts them. */
@Component
class MovedGround {
  private final SubjectFold fold;
  private final ReportQueries queries;

  MovedGround(SubjectFold fold, ReportQueries queries) {
    this.fold = fold;
    this.queries = queries;
  }

  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  public void on(FootprintsChanged changed) {
    fold.lockGround(changed.key());
    for (String code : queries.listReported(changed.key(), changed.codes())) {
      Subject subject = new Subject(changed.key(), Subject.Type.FOOTPRINT, code, "");
      fold.lock(subject);
      fold.refold(subject);
    }
  }
}
