package org.waymark.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.DistrictClock;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/**
 * Phones with a token of their own. A token ends by time, by being revoked and with any change of
 * its account's password; while the account is disabled it opens nothing.
 */
@Component
@EnableConfigurationProperties(DeviceSettings.class)
@Transactional
class Devices {
  private static final Duration SEEN_STEP = Duration.ofMinutes(10);
  private static final int LONGEST_NAME = 60;
  private final DeviceQueries queries;
  private final AccountQueries accounts;
  private final Audit audit;
  private final DistrictClock clock;
  private final DeviceSettings settings;
  private final String district;
  private final boolean demo;

  Devices(
      DeviceQueries queries,
      AccountQueries accounts,
      Audit audit,
      DistrictClock clock,
      DeviceSettings settings,
      @Value("${waymark.district}") String district,
      @Value("${waymark.demo}") boolean demo) {
    this.queries = queries;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
    this.settings = settings;
    this.district = district;
    this.demo = demo;
  }

  /** {@code token} is told here and never again. */
  record Issued(Device device, Account account, String token) {}

  record Pairing(String code, Instant expiresAt) {}

  Issued issue(Account account, String name) {
    checkName(name);
    String token = Secrets.token();
    Instant now = clock.now();
    Device device =
        new Device(
            UUID.randomUUID(),
            account.id(),
            name.strip(),
            now,
            now.plus(settings.lifetime()),
            null,
            null);
    queries.insert(district, device, Secrets.sha256(token));
    record(account.caller(), "device.issue", device);
    return new Issued(device, account, token);
  }

  /**
   * A code that makes one device of {@code userName}; earlier unused ones end.
   *
   * @throws Problem NOT_FOUND where there is no such account that works
   */
  Pairing pair(Caller by, String userName) {
    Account account =
        accounts
            .find(district, userName)
            .map(SignedIn::account)
            .filter(this::mayEnter)
            .orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "account " + userName)));
    String code = Secrets.code();
    Instant now = clock.now();
    Instant expires = now.plus(settings.pairing());
    queries.endPairings(district, account.id(), now);
    queries.insertPairing(
        district, Secrets.sha256(code), account.id(), by.accountId(), now, expires);
    audit.record(
        by, "device.pairing", "account/" + account.id(), Map.of("userName", account.userName()));
    return new Pairing(code, expires);
  }

  /** Empty where the code is unknown, used or past its time. */
  Optional<Issued> redeem(String code, String name) {
    checkName(name);
    Optional<Long> accountId = queries.usePairing(district, Secrets.sha256(code), clock.now());
    if (accountId.isEmpty()) return Optional.empty();
    Account account = accounts.find(district, accountId.get()).orElseThrow().account();
    if (!mayEnter(account)) throw new DeviceRefused(ProblemType.ACCOUNT_DISABLED);
    return Optional.of(issue(account, name));
  }

  /**
   * Who comes with {@code token}, with the account as it is now.
   *
   * @throws DeviceRefused saying why not
   */
  SignedIn signIn(String token) {
    Device device =
        queries
            .findByToken(district, Secrets.sha256(token))
            .filter(d -> d.revokedAt() == null)
            .orElseThrow(() -> new DeviceRefused(ProblemType.TOKEN_UNKNOWN));
    Instant now = clock.now();
    if (!device.expiresAt().isAfter(now)) throw new DeviceRefused(ProblemType.TOKEN_EXPIRED);
    SignedIn known = accounts.find(district, device.accountId()).orElseThrow();
    if (!mayEnter(known.account())) throw new DeviceRefused(ProblemType.ACCOUNT_DISABLED);
    if (device.lastSeenAt() == null || device.lastSeenAt().plus(SEEN_STEP).isBefore(now))
      queries.seen(district, device.id(), now);
    return new SignedIn(known.account(), known.passwordHash(), device.id());
  }

  /** Own devices; an administrator's of anybody. Newest first, revoked ones too. */
  @Transactional(readOnly = true)
  List<Device> list(Caller by, String userName) {
    if (userName == null || userName.equals(by.userName()))
      return queries.list(district, by.accountId());
    if (!by.is(Role.ADMINISTRATOR))
      throw new Problem(ProblemType.NOT_ALLOWED, Map.of("what", "devices of " + userName));
    return accounts
        .find(district, userName)
        .map(known -> queries.list(district, known.account().id()))
        .orElseThrow(
            () -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "account " + userName)));
  }

  /** Again changes nothing. */
  void revoke(Caller by, UUID id) {
    Device device =
        queries
            .find(district, id)
            .filter(d -> d.accountId() == by.accountId() || by.is(Role.ADMINISTRATOR))
            .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "devices/" + id)));
    if (device.revokedAt() != null) return;
    queries.revoke(district, id, clock.now());
    record(by, "device.revoke", device);
  }

  private void record(Caller by, String action, Device device) {
    audit.record(
        by,
        action,
        "device/" + device.id(),
        Map.of("account", device.accountId(), "name", device.name()));
  }

  /** Demo accounts are nobody's where there is no demo. */
  private boolean mayEnter(Account account) {
    return !account.disabled() && (demo || !account.demo());
  }

  private static void checkName(String name) {
    if (name == null
        || name.isBlank()
        || name.codePointCount(0, name.length()) > LONGEST_NAME
        || name.indexOf('\0') >= 0)
      throw new Problem(
          ProblemType.FAULTY_FIELDS,
          Map.of("count", 1),
          List.of(
              new Problem.Fault("/name", "device-name", Map.of("value", String.valueOf(name)))));
  }
}
