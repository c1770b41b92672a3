package org.waymark.publication;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Audit;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.completion.Completions;
import org.waymark.completion.Report;
import org.waymark.completion.ReportFilter;
import org.waymark.evidence.Photos;
import org.waymark.footprint.Footprints;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Project;
import org.waymark.plan.Sensitivity;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.publication.PublicFacts.PhotoFact;

/**
 * Evidence that somebody lets out for the public: of accepted reports on public ground only, as a
 * copy without metadata. Whether faces can be seen is for the person to judge.
 */
@Service
public class PublicPhotos {
  private static final int LONGEST_CAPTION = 60;
  private final PublicPhotoQueries queries;
  private final Completions completions;
  private final Footprints footprints;
  private final Photos photos;
  private final Plans plans;
  private final Audit audit;
  private final DistrictClock clock;
  private final PublicPhotoRemoval removal;

  PublicPhotos(
      PublicPhotoQueries queries,
      Completions completions,
      Footprints footprints,
      Photos photos,
      Plans plans,
      Audit audit,
      DistrictClock clock,
      PublicPhotoRemoval removal) {
    this.queries = queries;
    this.completions = completions;
    this.footprints = footprints;
    this.photos = photos;
    this.plans = plans;
    this.audit = audit;
    this.clock = clock;
    this.removal = removal;
  }

  /**
   * A photo that may be let out, or is.
   *
   * @param caption as published; missing where it is not
   */
  public record Candidate(
      String sha256,
      UUID report,
      int project,
      String footprint,
      java.time.LocalDate takenOn,
      String caption) {}

  /** Of a project's newest accepted reports; empty where its places are not public. */
  @Transactional(readOnly = true)
  public List<Candidate> list(Caller caller, PlanKey key, int project) {
    Set<String> placed = placed(plans.get(key), project);
    if (placed.isEmpty()) return List.of();
    Map<String, String> captions =
        queries.list(key).stream()
            .collect(
                Collectors.toMap(
                    PublicPhotoQueries.Flagged::sha256, PublicPhotoQueries.Flagged::caption));
    List<Candidate> candidates = new ArrayList<>();
    for (Report report :
        completions
            .list(
                caller,
                key,
                new ReportFilter(
                    "accepted", "completion", project, null, null, null, null, 40, null))
            .reports()) {
      if (!placed.contains(report.indicator()) || !isOpen(key, report)) continue;
      for (Report.Photo photo : report.photos())
        if (photo.arrived())
          candidates.add(
              new Candidate(
                  photo.sha256(),
                  report.id(),
                  project,
                  report.footprint().name(),
                  clock.dayOf(photo.takenAt() == null ? report.observedAt() : photo.takenAt()),
                  captions.get(photo.sha256())));
    }
    return candidates;
  }

  /**
   * Lets a photo out; again changes its caption. Shown from the next snapshot on.
   *
   * @throws Problem NOT_FOUND where no accepted report on public ground shows it, FAULTY_FIELDS
   */
  @Transactional
  public void release(Caller caller, PlanKey key, String sha256, UUID reportId, String caption) {
    checkCaption(caption);
    Report report = completions.get(caller, reportId);
    Report.Photo photo =
        report.photos().stream()
            .filter(p -> p.sha256().equals(sha256) && p.arrived())
            .filter(p -> report.state().equals("accepted"))
            .filter(p -> placed(plans.get(key), report.project()).contains(report.indicator()))
            .filter(p -> isOpen(key, report))
            .findFirst()
            .orElseThrow(() -> notFound(sha256));
    byte[] copy = photos.copyForPublic(key.districtCode(), sha256);
    queries.save(
        key,
        new PublicPhotoQueries.Flagged(
            sha256,
            report.project(),
            sha256(copy),
            caption.strip(),
            clock.dayOf(photo.takenAt() == null ? report.observedAt() : photo.takenAt())),
        copy,
        caller,
        clock.now());
    audit.record(
        caller,
        "photo.release",
        "photo/" + sha256,
        Map.of("report", reportId.toString(), "caption", caption.strip()));
  }

  /** Takes it back from the public at once, and from every snapshot; again changes nothing. */
  @Transactional
  public void takeBack(Caller caller, PlanKey key, String sha256) {
    if (removal.remove(key, sha256))
      audit.record(caller, "photo.take-back", "photo/" + sha256, Map.of());
  }

  /** By project, newest first. */
  Map<Integer, List<PhotoFact>> facts(PlanKey key) {
    Map<Integer, List<PhotoFact>> facts = new LinkedHashMap<>();
    for (PublicPhotoQueries.Flagged photo : queries.list(key))
      facts
          .computeIfAbsent(photo.project(), p -> new ArrayList<>())
          .add(new PhotoFact(photo.photoId(), photo.caption(), photo.takenOn()));
    return facts;
  }

  /** Codes of the project's indicators whose places are public. */
  private static Set<String> placed(Plan plan, int number) {
    Project project = plan.findProject(number).orElse(null);
    if (project == null) return Set.of();
    return project.tracks().stream()
        .flatMap(t -> t.indicators().stream())
        .filter(i -> FactsBuilder.placed(project, i))
        .map(Indicator::code)
        .collect(Collectors.toSet());
  }

  /** A footprint may be kept back where its indicator is not. */
  private boolean isOpen(PlanKey key, Report report) {
    return report.footprint() != null
        && footprints
            .findCurrent(key, report.footprint().code())
            .filter(f -> f.sensitivity() == Sensitivity.PUBLIC)
            .isPresent();
  }

  private static void checkCaption(String caption) {
    if (caption == null
        || caption.isBlank()
        || caption.indexOf('\0') >= 0
        || caption.strip().codePointCount(0, caption.strip().length()) > LONGEST_CAPTION)
      throw new Problem(
          ProblemType.FAULTY_FIELDS,
          Map.of("count", 1),
          List.of(
              new Problem.Fault("/caption", "caption", Map.of("value", String.valueOf(caption)))));
  }

  private static Problem notFound(String sha256) {
    return new Problem(ProblemType.NOT_FOUND, Map.of("what", "public-photos/" + sha256));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
