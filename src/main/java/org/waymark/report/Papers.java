package org.waymark.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.calendar.WorkingDays;
import org.waymark.evidence.Photos;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.progress.JudgedDay;
import org.waymark.progress.Progress;
import org.waymark.publication.ApprovedFacts;
import org.waymark.publication.Snapshots;
import org.waymark.report.PaperFacts.ProjectPart;
import tools.jackson.databind.json.JsonMapper;

/** Front door of the papers: the facts they are written from, within the caller's scope. */
@Service
public class Papers {
  private static final int REPLY_DAYS = 5;
  private final Progress progress;
  private final Snapshots snapshots;
  private final Plans plans;
  private final DistrictClock clock;
  private final JsonMapper mapper;
  private final WorkingDays workingDays;
  private final EvidenceReading evidence;
  private final MapReading maps;
  private final Photos photos;
  private final PaperFont font;
  private final String sender;
  private final String mapApproval;
  private final String mapSource;
  private final boolean demo;

  Papers(
      Progress progress,
      Snapshots snapshots,
      Plans plans,
      DistrictClock clock,
      JsonMapper mapper,
      WorkingDays workingDays,
      EvidenceReading evidence,
      MapReading maps,
      Photos photos,
      PaperFont font,
      @Value("${waymark.papers.sender}") String sender,
      @Value("${waymark.publication.map-approval}") String mapApproval,
      @Value("${waymark.publication.map-source}") String mapSource,
      @Value("${waymark.demo}") boolean demo) {
    this.progress = progress;
    this.snapshots = snapshots;
    this.plans = plans;
    this.clock = clock;
    this.mapper = mapper;
    this.workingDays = workingDays;
    this.evidence = evidence;
    this.maps = maps;
    this.photos = photos;
    this.font = font;
    this.sender = sender;
    this.mapApproval = mapApproval;
    this.mapSource = mapSource;
    this.demo = demo;
  }

  /**
   * @throws org.waymark.problem.Problem FUTURE_DAY, PLAN_NOT_KNOWN
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  PaperFacts ofDay(Caller caller, PlanKey key, LocalDate day) {
    JudgedDay judged = progress.judge(key, day);
    return DayFacts.of(
        judged,
        progress.get(key, day, caller),
        plans.districtName(key),
        scope(caller),
        day.equals(clock.today()),
        demo,
        reason -> progress.text(reason, Locale.SIMPLIFIED_CHINESE));
  }

  /**
   * @throws org.waymark.problem.Problem NOT_FOUND, SNAPSHOT_WITHDRAWN
   */
  PaperFacts ofSnapshot(Caller caller, PlanKey key, int number) {
    ApprovedFacts approved = snapshots.getApproved(key, number);
    return SnapshotFacts.of(approved, mapper.readTree(approved.json()), caller, scope(caller));
  }

  /**
   * The evidence sheet of a project.
   *
   * @throws Problem NOT_FOUND where it is out of scope; FUTURE_DAY, PLAN_NOT_KNOWN, FONT_MISSING
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  byte[] evidence(Caller caller, PlanKey key, boolean snapshot, int project, PaperFacts facts) {
    ProjectPart part =
        facts.projects().stream()
            .filter(p -> p.number() == project)
            .findFirst()
            .orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "project " + project)));
    LocalDate day = groundDay(facts, snapshot);
    return EvidenceSheet.write(
        snapshot ? facts.boundAlsoTo("上报和照片截至" + PaperText.day(day) + "24时") : facts,
        part,
        evidence.list(caller, key, project, endOf(day)),
        sha256 -> photos.findThumbnail(caller, sha256).orElse(null),
        font);
  }

  /**
   * The map sheet of a day or a snapshot.
   *
   * @throws Problem FUTURE_DAY, PLAN_NOT_KNOWN, FONT_MISSING
   */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  byte[] map(Caller caller, PlanKey key, boolean snapshot, MapSheet.Size size, PaperFacts facts) {
    LocalDate day = groundDay(facts, snapshot);
    return MapSheet.write(
        snapshot ? facts.boundAlsoTo("项目范围截至" + PaperText.day(day) + "24时") : facts,
        maps.read(caller, key, day, endOf(day), facts),
        size,
        font,
        mapApproval,
        mapSource);
  }

  /**
   * A snapshot holds no ground and no reports; theirs are of the last day that was over when it was
   * approved, so that the same snapshot gives the same paper for ever.
   */
  private static LocalDate groundDay(PaperFacts facts, boolean snapshot) {
    return snapshot ? facts.day().minusDays(1) : facts.day();
  }

  /** As the roll-up has it: the last moment of a day, or now. */
  private Instant endOf(LocalDate day) {
    Instant end = clock.endOf(day).minusNanos(1000);
    return end.isAfter(clock.now()) ? clock.now() : end;
  }

  List<ApprovedFacts> listSnapshots(PlanKey key) {
    return snapshots.listApproved(key);
  }

  /**
   * @throws Problem NOT_FOUND where the unit leads nothing in scope that is written about
   */
  UnitLetter letter(PaperFacts facts, String unit, Predicate<UnitDue> wanted) {
    UnitDue due =
        UnitDue.list(facts).stream()
            .filter(d -> d.unit().equals(unit) && wanted.test(d))
            .findFirst()
            .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, Map.of("what", unit)));
    return new UnitLetter(facts, due, sender, workingDays.plus(facts.day(), REPLY_DAYS));
  }

  /** Said on the paper, so that a part is not taken for the whole. */
  private static String scope(Caller caller) {
    if (caller.projects().isEmpty() && caller.townships().isEmpty()) return null;
    String projects =
        caller
            .projects()
            .map(
                numbers ->
                    numbers.stream()
                        .sorted()
                        .map(String::valueOf)
                        .collect(Collectors.joining("、", "第", "项")))
            .orElse("");
    return "授权范围内（" + projects + caller.townships().map(t -> t.size() + "个乡镇街道").orElse("") + "）";
  }
}
