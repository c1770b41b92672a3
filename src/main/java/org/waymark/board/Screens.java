package org.waymark.board;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Audit;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Takes screens in, changes and revokes them. A token is told once; only its hash is kept. */
@Service
class Screens {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration PAIRING = Duration.ofMinutes(15);
  private static final Duration ALIVE = Duration.ofMinutes(2);
  private static final int MOST_WAITING = 50;
  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_NOTE = 200;
  private final ScreenQueries queries;
  private final PairingQueries pairings;
  private final Playlists playlists;
  private final Audit audit;
  private final DistrictClock clock;
  private final String district;

  Screens(
      ScreenQueries queries,
      PairingQueries pairings,
      Playlists playlists,
      Audit audit,
      DistrictClock clock,
      @Value("${waymark.district}") String district) {
    this.queries = queries;
    this.pairings = pairings;
    this.playlists = playlists;
    this.audit = audit;
    this.clock = clock;
    this.district = district;
  }

  /**
   * @param code shown on the screen, for an administrator to type
   * @param secret known to the screen only; it claims its token with it
   */
  record Pairing(String code, String secret, Instant expiresAt) {}

  /**
   * @throws Problem TOO_MANY_AT_ONCE while many screens wait
   */
  @Transactional
  public Pairing begin() {
    Instant now = clock.now();
    pairings.deleteExpired(district, now);
    if (pairings.count(district) >= MOST_WAITING)
      throw new Problem(ProblemType.TOO_MANY_AT_ONCE, Map.of());
    String secret = secret();
    Instant expires = now.plus(PAIRING);
    for (; ; ) {
      String code = String.format("%06d", RANDOM.nextInt(1_000_000));
      if (pairings.insert(district, code, sha256(secret), now, expires))
        return new Pairing(code, secret, expires);
    }
  }

  /**
   * The token of a screen that was approved, once; empty while nobody did.
   *
   * @throws Problem PAIRING_UNKNOWN where the secret is wrong, claimed or past its time
   */
  @Transactional
  public Optional<String> claim(String secret) {
    byte[] hash = sha256(secret == null ? "" : secret);
    Optional<UUID> screen = pairings.find(district, hash, clock.now());
    if (screen == null) throw new Problem(ProblemType.PAIRING_UNKNOWN, Map.of());
    if (screen.isEmpty()) return Optional.empty();
    if (!pairings.take(district, hash)) throw new Problem(ProblemType.PAIRING_UNKNOWN, Map.of());
    String token = secret();
    queries.setToken(district, screen.get(), sha256(token));
    return Optional.of(token);
  }

  /**
   * @throws Problem PAIRING_UNKNOWN where no screen shows this code, FAULTY_FIELDS
   */
  @Transactional
  public Screen approve(
      Caller by, String code, String name, String place, List<Scene> playlist, boolean live) {
    checkNames(name, place);
    Screen screen =
        new Screen(
            UUID.randomUUID(),
            name.strip(),
            place.strip(),
            playlist == null ? Playlists.STANDARD : playlists.check(playlist),
            live,
            clock.now(),
            null,
            null,
            null,
            null,
            null,
            null);
    String typed = code == null ? "" : code.replaceAll("\\s", "");
    if (!pairings.approve(district, typed, screen.id(), clock.now()))
      throw new Problem(ProblemType.PAIRING_UNKNOWN, Map.of());
    queries.insert(district, screen, sha256(secret()), by.accountId());
    record(by, "screen.approve", screen);
    return screen;
  }

  /** Null leaves as it is. */
  @Transactional
  public Screen change(
      Caller by, UUID id, String name, String place, List<Scene> playlist, Boolean live) {
    Screen was = get(id);
    Screen screen =
        new Screen(
            id,
            name == null ? was.name() : name.strip(),
            place == null ? was.place() : place.strip(),
            playlist == null ? was.playlist() : playlists.check(playlist),
            live == null ? was.live() : live,
            was.approvedAt(),
            was.revokedAt(),
            was.seenAt(),
            was.showing(),
            was.snapshot(),
            was.fault(),
            was.faultAt());
    checkNames(screen.name(), screen.place());
    queries.update(district, screen);
    record(by, "screen.change", screen);
    return screen;
  }

  /** Again changes nothing. */
  @Transactional
  public void revoke(Caller by, UUID id) {
    Screen screen = get(id);
    if (screen.revokedAt() != null) return;
    queries.revoke(district, id, clock.now());
    record(by, "screen.revoke", screen);
  }

  List<Screen> list() {
    return queries.list(district);
  }

  boolean isAlive(Screen screen) {
    return screen.revokedAt() == null
        && screen.seenAt() != null
        && screen.seenAt().plus(ALIVE).isAfter(clock.now());
  }

  /** The screen that holds this token, revoked or not. */
  Optional<Screen> find(String token) {
    return token == null || token.isEmpty()
        ? Optional.empty()
        : queries.findByToken(district, sha256(token));
  }

  void beat(Screen screen, String showing, String snapshot, String fault) {
    queries.beat(district, screen.id(), clock.now(), note(showing), note(snapshot), note(fault));
  }

  private Screen get(UUID id) {
    return queries
        .find(district, id)
        .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "screens/" + id)));
  }

  private void record(Caller by, String action, Screen screen) {
    audit.record(
        by,
        action,
        "screen/" + screen.id(),
        Map.of("name", screen.name(), "place", screen.place(), "live", screen.live()));
  }

  private static String note(String text) {
    if (text == null) return null;
    String clean = text.replace('\0', ' ');
    return clean.length() > LONGEST_NOTE ? clean.substring(0, LONGEST_NOTE) : clean;
  }

  private static void checkNames(String name, String place) {
    List<Problem.Fault> faults = new ArrayList<>();
    check("/name", name, faults);
    check("/place", place, faults);
    if (!faults.isEmpty())
      throw new Problem(ProblemType.FAULTY_FIELDS, Map.of("count", faults.size()), faults);
  }

  private static void check(String pointer, String text, List<Problem.Fault> faults) {
    if (text == null
        || text.isBlank()
        || text.indexOf('\0') >= 0
        || text.strip().codePointCount(0, text.strip().length()) > LONGEST_NAME)
      faults.add(new Problem.Fault(pointer, "screen-name", Map.of("value", String.valueOf(text))));
  }

  private static String secret() {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  private static byte[] sha256(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
