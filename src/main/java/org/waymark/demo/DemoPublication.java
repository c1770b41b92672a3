package org.waymark.demo;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Project;
import org.waymark.publication.PublicPhotos;
import org.waymark.publication.PublicPhotos.Candidate;
import org.waymark.publication.Snapshots;

/** Approves one snapshot, so that a screen shows something at once. */
@Component
class DemoPublication {
  private static final int PHOTOS = 3;
  private final Snapshots snapshots;
  private final PublicPhotos photos;
  private final Accounts accounts;
  private final Plans plans;

  DemoPublication(Snapshots snapshots, PublicPhotos photos, Accounts accounts, Plans plans) {
    this.snapshots = snapshots;
    this.photos = photos;
    this.accounts = accounts;
    this.plans = plans;
  }

  String publish(PlanKey key, String note, String caption) {
    Caller planner = accounts.getCaller("planner");
    Plan plan = plans.get(key);
    for (Project project : plan.projects()) {
      List<Candidate> newest =
          photos.list(planner, key, project.number()).stream()
              .sorted(Comparator.comparing(Candidate::takenOn).reversed())
              .limit(PHOTOS)
              .toList();
      for (Candidate photo : newest)
        photos.release(planner, key, photo.sha256(), photo.report(), photo.footprint() + caption);
    }
    return snapshots.publishDemo(planner, key, note);
  }
}
