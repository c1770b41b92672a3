package org.waymark.publication;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;
import org.waymark.plan.Plans;
import org.waymark.publication.PublicationQueries.Approval;

/** Approves what the public sees, and takes it back; for planners and administrators. */
@RestController
class SnapshotController {
  private final Snapshots snapshots;
  private final PublicPhotos photos;
  private final Callers callers;
  private final Plans plans;

  SnapshotController(Snapshots snapshots, PublicPhotos photos, Callers callers, Plans plans) {
    this.snapshots = snapshots;
    this.photos = photos;
    this.callers = callers;
    this.plans = plans;
  }

  record History(List<Approval> snapshots) {}

  @GetMapping("/api/snapshots")
  History list(@RequestParam(name = "plan", required = false) Integer year) {
    return new History(snapshots.list(plans.keyOf(year)));
  }

  @GetMapping("/api/snapshots/draft")
  Snapshots.Proposal draft(@RequestParam(name = "plan", required = false) Integer year) {
    return snapshots.propose(plans.keyOf(year));
  }

  /**
   * @param digest of the draft that was looked at
   */
  record Approve(String digest, String note) {}

  @PostMapping("/api/snapshots")
  @ResponseStatus(HttpStatus.CREATED)
  Snapshot publish(
      @RequestBody Approve body, @RequestParam(name = "plan", required = false) Integer year) {
    return snapshots.publish(callers.get(), plans.keyOf(year), body.digest(), body.note());
  }

  record Withdrawal(String reason) {}

  @PutMapping("/api/snapshots/{number}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(
      @PathVariable int number,
      @RequestBody Withdrawal body,
      @RequestParam(name = "plan", required = false) Integer year) {
    snapshots.withdraw(callers.get(), plans.keyOf(year), number, body.reason());
  }

  record Candidates(List<PublicPhotos.Candidate> photos) {}

  @GetMapping("/api/public-photos")
  Candidates photos(
      @RequestParam int project, @RequestParam(name = "plan", required = false) Integer year) {
    return new Candidates(photos.list(callers.get(), plans.keyOf(year), project));
  }

  record Release(UUID report, String caption) {}

  @PutMapping("/api/public-photos/{sha256}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(
      @PathVariable String sha256,
      @RequestBody Release body,
      @RequestParam(name = "plan", required = false) Integer year) {
    photos.release(callers.get(), plans.keyOf(year), sha256, body.report(), body.caption());
  }

  @DeleteMapping("/api/public-photos/{sha256}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void takeBack(
      @PathVariable String sha256, @RequestParam(name = "plan", required = false) Integer year) {
    photos.takeBack(callers.get(), plans.keyOf(year), sha256);
  }
}
