package org.waymark.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Audit;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.publication.Drafts.Draft;
import org.waymark.publication.PublicationQueries.Approval;
import org.waymark.township.BaseMap;
import tools.jackson.databind.json.JsonMapper;

/** Front door of the publication: draft, approve, withdraw. */
@Service
@EnableConfigurationProperties(PublicationSettings.class)
public class Snapshots {
  private static final int LONGEST_TEXT = 300;
  private final Drafts drafts;
  private final PublicationQueries queries;
  private final Published published;
  private final BaseMap base;
  private final Audit audit;
  private final DistrictClock clock;
  private final PublicationSettings settings;
  private final JsonMapper mapper;
  private final ApplicationEventPublisher events;
  private final boolean demo;

  Snapshots(
      Drafts drafts,
      PublicationQueries queries,
      Published published,
      BaseMap base,
      Audit audit,
      DistrictClock clock,
      PublicationSettings settings,
      JsonMapper mapper,
      ApplicationEventPublisher events,
      @Value("${waymark.demo}") boolean demo) {
    this.drafts = drafts;
    this.queries = queries;
    this.published = published;
    this.base = base;
    this.audit = audit;
    this.clock = clock;
    this.settings = settings;
    this.mapper = mapper;
    this.events = events;
    this.demo = demo;
  }

  /**
   * What would go out now, against what is out.
   *
   * @param blockers settings that are blank and must not be; empty = it may be published
   */
  record Proposal(
      String digest,
      Snapshot current,
      List<String> blockers,
      List<SnapshotChange> changes,
      PublicFacts facts) {}

  Proposal propose(PlanKey key) {
    Draft draft = drafts.make(key);
    Snapshot current = published.findCurrent(key).orElse(null);
    PublicFacts before =
        current == null ? null : mapper.readValue(current.facts(), PublicFacts.class);
    return new Proposal(
        draft.digest(),
        current,
        blockers(),
        SnapshotDifference.between(before, draft.facts()),
        draft.facts());
  }

  /** What the demo shows at once; it says itself that it is made up, so nothing blocks it. */
  @Transactional
  public String publishDemo(Caller caller, PlanKey key, String note) {
    queries.lock(key);
    return store(caller, key, drafts.make(key, true), note).id();
  }

  /**
   * @param digest of the proposal that was looked at
   * @throws Problem DRAFT_CHANGED where the figures are others by now, CANNOT_PUBLISH
   */
  @Transactional
  public Snapshot publish(Caller caller, PlanKey key, String digest, String note) {
    queries.lock(key);
    Draft draft = drafts.make(key);
    if (!draft.digest().equals(digest)) throw new Problem(ProblemType.DRAFT_CHANGED, Map.of());
    List<String> blockers = blockers();
    if (!blockers.isEmpty())
      throw new Problem(ProblemType.CANNOT_PUBLISH, Map.of("missing", String.join(", ", blockers)));
    return store(caller, key, draft, checkText("/note", note, false));
  }

  private Snapshot store(Caller caller, PlanKey key, Draft draft, String note) {
    int number = queries.nextNumber(key);
    Snapshot snapshot =
        new Snapshot(
            Snapshot.id(key, number),
            number,
            draft.facts().day(),
            draft.at(),
            clock.now(),
            null,
            draft.json());
    queries.insert(key, snapshot);
    draft.maps().forEach((project, map) -> queries.insertMap(key, number, project, map));
    queries.saveBase(
        key.districtCode(), new String(base.json(), java.nio.charset.StandardCharsets.UTF_8));
    queries.fillTiles(key);
    draft.withheld().forEach((part, t) -> queries.saveWithheld(key, part, t, clock.now()));
    queries.record(
        key,
        number,
        caller,
        clock.now(),
        note,
        draft.digest(),
        draft.planVersion(),
        draft.revision());
    audit.record(
        caller, "snapshot.publish", "snapshot/" + snapshot.id(), Map.of("digest", draft.digest()));
    changed(key);
    return snapshot;
  }

  /**
   * Screens go back to the snapshot before; again changes nothing.
   *
   * @throws Problem NOT_FOUND, FAULTY_FIELDS without a reason
   */
  @Transactional
  public void withdraw(Caller caller, PlanKey key, int number, String reason) {
    String why = checkText("/reason", reason, true);
    queries.lock(key);
    if (!queries.withdraw(key, number, caller, clock.now(), why)) {
      if (queries.listApprovals(key).stream().noneMatch(a -> a.number() == number))
        throw new Problem(
            ProblemType.NOT_FOUND, Map.of("what", "snapshots/" + Snapshot.id(key, number)));
      return;
    }
    queries.fillTiles(key);
    audit.record(
        caller, "snapshot.withdraw", "snapshot/" + Snapshot.id(key, number), Map.of("reason", why));
    changed(key);
  }

  @Transactional(readOnly = true)
  public List<Approval> list(PlanKey key) {
    return queries.listApprovals(key);
  }

  /** Newest first, those that stand, without their facts. */
  public List<ApprovedFacts> listApproved(PlanKey key) {
    return published.list(key).stream()
        .filter(s -> s.withdrawnAt() == null)
        .map(this::approved)
        .toList();
  }

  /**
   * @throws Problem NOT_FOUND; SNAPSHOT_WITHDRAWN where it was taken back
   */
  public ApprovedFacts getApproved(PlanKey key, int number) {
    Snapshot snapshot =
        published
            .find(key, number)
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemType.NOT_FOUND,
                        Map.of("what", "snapshots/" + Snapshot.id(key, number))));
    if (snapshot.withdrawnAt() != null)
      throw new Problem(ProblemType.SNAPSHOT_WITHDRAWN, Map.of("id", snapshot.id()));
    return approved(snapshot);
  }

  private ApprovedFacts approved(Snapshot s) {
    return new ApprovedFacts(
        s.id(),
        s.number(),
        s.day(),
        s.dataAsOf().atZone(clock.zone()).toLocalDateTime().withNano(0),
        s.facts());
  }

  private void changed(PlanKey key) {
    events.publishEvent(new PublishedChanged(key, queries.nextSequence(key)));
  }

  private List<String> blockers() {
    List<String> blockers = new ArrayList<>();
    if (demo) return blockers;
    if (settings.mapApproval().isBlank()) blockers.add("WAYMARK_MAP_APPROVAL");
    if (settings.mapSource().isBlank()) blockers.add("WAYMARK_MAP_SOURCE");
    return blockers;
  }

  private static String checkText(String pointer, String text, boolean needed) {
    String stripped = text == null ? "" : text.strip();
    if (stripped.codePointCount(0, stripped.length()) > LONGEST_TEXT
        || stripped.indexOf('\0') >= 0
        || (needed && stripped.isEmpty()))
      throw new Problem(
          ProblemType.FAULTY_FIELDS,
          Map.of("count", 1),
          List.of(new Problem.Fault(pointer, "publication-text", Map.of("value", stripped))));
    return stripped.isEmpty() ? null : stripped;
  }
}
