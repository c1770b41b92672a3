package org.waymark.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.PlanOutcome.Status;
import org.waymark.plan.PlanQueries.Version;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.words.Words;

/** Front door of the plans. */
@Service
public class Plans {
  private final PlanQueries queries;
  private final DistrictClock clock;
  private final Words words;
  private final ApplicationEventPublisher events;
  private final PlanKey current;

  /** Versions are immutable; the short life lets another instance's load through. */
  private final Cache<PlanKey, List<Version>> versions =
      Caffeine.newBuilder().maximumSize(64).expireAfterWrite(Duration.ofSeconds(10)).build();

  /** Inside a loading transaction the cache would show others what is not committed. */
  private final ThreadLocal<Boolean> loading = ThreadLocal.withInitial(() -> false);

  Plans(
      PlanQueries queries,
      DistrictClock clock,
      Words words,
      ApplicationEventPublisher events,
      @Value("${waymark.district}") String district,
      @Value("${waymark.plan-year}") int year) {
    this.queries = queries;
    this.clock = clock;
    this.words = words;
    this.events = events;
    this.current = new PlanKey(district, year);
  }

  /** The configured district and current plan year: what URLs without {@code ?plan=} mean. */
  public PlanKey currentKey() {
    return current;
  }

  /**
   * The configured district's plan of a year.
   *
   * @param year of {@code ?plan=}; null = the current one
   */
  public PlanKey keyOf(Integer year) {
    if (year == null) return current;
    try {
      return new PlanKey(current.districtCode(), year);
    } catch (IllegalArgumentException e) {
      throw notFound(current.districtCode(), year);
    }
  }

  /**
   * The version in force now.
   *
   * @throws Problem {@code not-found} before the first load
   */
  public Plan get(PlanKey key) {
    return getAsOf(key, clock.now());
  }

  /**
   * The version the server knew at {@code instant}.
   *
   * @throws Problem {@code not-found} before the first load
   */
  public Plan getAsOf(PlanKey key, Instant instant) {
    return findAsOf(key, instant).orElseThrow(() -> notFound(key.districtCode(), key.year()));
  }

  /** The version the server knew at {@code instant}; empty before the first load. */
  public Optional<Plan> findAsOf(PlanKey key, Instant instant) {
    return find(versions(key), instant);
  }

  /** As {@link #findAsOf}, but never asks the database: empty also where it would have to. */
  public Optional<Plan> findKept(PlanKey key, Instant instant) {
    List<Version> known = versions.getIfPresent(key);
    return known == null ? Optional.empty() : find(known, instant);
  }

  private static Optional<Plan> find(List<Version> versions, Instant instant) {
    for (Version v : versions)
      if (!v.knownFrom().isAfter(instant) && (v.knownTo() == null || v.knownTo().isAfter(instant)))
        return Optional.of(v.plan());
    return Optional.empty();
  }

  /**
   * What the server knew at the end of a day.
   *
   * @param asOf of {@code ?asOf=}; null = now
   * @return D 24:00 of a past day, now for today
   * @throws Problem {@code bad-request} for a future day
   */
  public Instant instantOf(LocalDate asOf) {
    LocalDate today = clock.today();
    if (asOf == null || asOf.equals(today)) return clock.now();
    if (asOf.isBefore(today)) return clock.endOf(asOf);
    String detail = words.text("request.future-day", Map.of("day", asOf, "today", today));
    throw new Problem(ProblemType.BAD_REQUEST, Map.of("detail", detail));
  }

  public List<PlanKey> list() {
    return queries.listKeys();
  }

  /** Amendments of the versions known at {@code instant}, by version and path. */
  public List<PlanAmendment> listAmendments(PlanKey key, Instant instant) {
    return queries.listAmendments(key, instant);
  }

  /** Name of the plan's district as its file gives it; its code before the first load. */
  public String districtName(PlanKey key) {
    return queries.findDistrictName(key.districtCode()).orElse(key.districtCode());
  }

  /**
   * Loads a plan file: the first time as the frozen baseline, then as a difference against the
   * version in force. A file that says the same changes nothing.
   *
   * @param knownFrom instant from which the server counts as knowing it
   * @param documentNumber of the amending document; null = the one in the file. A changed plan
   *     needs one that no earlier version has.
   * @throws Problem {@code faulty-plan} naming every fault with its line; nothing is changed then
   */
  @Transactional
  public PlanOutcome load(InputStream yaml, Instant knownFrom, String documentNumber) {
    PlanFile.Content content = PlanFile.read(yaml);
    Plan read = content.plan();
    PlanKey key = read.key();
    queries.addDistrict(key.districtCode(), content.districtName());
    queries.lock(key);
    List<Version> known = queries.listVersions(key);
    String document = documentNumber == null ? read.documentNumber() : documentNumber;
    if (known.isEmpty()) {
      store(versionOf(read, 1, document), knownFrom, List.of());
      return new PlanOutcome(key, Status.CREATED, 1, List.of());
    }
    Version last = known.get(known.size() - 1);
    int version = last.version() + 1;
    List<PlanAmendment> amendments = amendments(last, read, version, document, knownFrom);
    if (amendments.isEmpty())
      return new PlanOutcome(key, Status.UNCHANGED, last.version(), List.of());
    checkAmendment(known, knownFrom, document);
    queries.endCurrent(key, knownFrom);
    store(versionOf(read, version, document), knownFrom, amendments);
    return new PlanOutcome(key, Status.AMENDED, version, amendments);
  }

  /**
   * What {@link #load} would do with a plan file, without doing it.
   *
   * @return amendments without a document number
   * @throws Problem {@code faulty-plan} as of {@link #load}
   */
  @Transactional(readOnly = true)
  public PlanOutcome propose(InputStream yaml) {
    Plan read = PlanFile.read(yaml).plan();
    PlanKey key = read.key();
    List<Version> known = queries.listVersions(key);
    if (known.isEmpty()) return new PlanOutcome(key, Status.CREATED, 1, List.of());
    Version last = known.get(known.size() - 1);
    List<PlanAmendment> amendments = amendments(last, read, last.version() + 1, null, clock.now());
    return amendments.isEmpty()
        ? new PlanOutcome(key, Status.UNCHANGED, last.version(), List.of())
        : new PlanOutcome(key, Status.AMENDED, last.version() + 1, amendments);
  }

  private static List<PlanAmendment> amendments(
      Version last, Plan read, int version, String document, Instant since) {
    return PlanDifference.between(last.plan(), read).stream()
        .map(c -> new PlanAmendment(version, c.path(), c.oldValue(), c.newValue(), document, since))
        .toList();
  }

  private void checkAmendment(List<Version> known, Instant knownFrom, String document) {
    PlanFaults faults = new PlanFaults();
    boolean taken = known.stream().anyMatch(v -> v.plan().documentNumber().equals(document));
    if (document.isBlank() || taken) faults.add(0, null, "document", document, "document-taken");
    Instant since = known.get(known.size() - 1).knownFrom();
    if (!knownFrom.isAfter(since))
      faults.add(0, null, "knownFrom", knownFrom.toString(), "known-too-early", "since", since);
    faults.throwIfAny();
  }

  private void store(Plan plan, Instant knownFrom, List<PlanAmendment> amendments) {
    PlanKey key = plan.key();
    queries.addVersion(plan, knownFrom);
    amendments.forEach(amendment -> queries.addAmendment(key, amendment));
    for (Project project : plan.projects())
      for (Track track : project.tracks())
        for (Indicator indicator : track.indicators())
          queries.keepIndicator(key, indicator, project.number(), track.code());
    forget(key);
    events.publishEvent(new PlanLoaded(key, plan.version()));
  }

  private void forget(PlanKey key) {
    loading.set(true);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            loading.remove();
            versions.invalidate(key);
          }
        });
  }

  private List<Version> versions(PlanKey key) {
    if (loading.get()) return queries.listVersions(key);
    List<Version> known = versions.get(key, this::findVersions);
    return known == null ? List.of() : known;
  }

  /** Null where there are none, which is not kept: a restore may bring them any moment. */
  private List<Version> findVersions(PlanKey key) {
    List<Version> stored = queries.listVersions(key);
    return stored.isEmpty() ? null : stored;
  }

  private static Plan versionOf(Plan read, int version, String document) {
    return new Plan(
        read.key(),
        version,
        read.name(),
        document,
        read.issuedOn(),
        read.source(),
        read.units(),
        read.projects());
  }

  private static Problem notFound(String district, int year) {
    return new Problem(ProblemType.NOT_FOUND, Map.of("what", "plan " + district + "/" + year));
  }
}
