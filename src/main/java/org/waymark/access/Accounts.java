package org.waymark.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.calendar.DistrictClock;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Front door of the accounts of the configured district. */
@Component
@Transactional
public class Accounts {
  private final AccountQueries queries;
  private final KeptAccounts kept;
  private final DeviceQueries devices;
  private final Passwords passwords;
  private final Audit audit;
  private final DistrictClock clock;
  private final String district;
  private final String bind;
  private final boolean demo;

  Accounts(
      AccountQueries queries,
      KeptAccounts kept,
      DeviceQueries devices,
      Passwords passwords,
      Audit audit,
      DistrictClock clock,
      @Value("${waymark.district}") String district,
      @Value("${server.address}") String bind,
      @Value("${waymark.demo}") boolean demo) {
    this.queries = queries;
    this.kept = kept;
    this.devices = devices;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
    this.district = district;
    this.bind = bind;
    this.demo = demo;
  }

  /** Working accounts first, by user name. */
  @Transactional(readOnly = true)
  public List<Account> list() {
    return queries.list(district);
  }

  @Transactional(readOnly = true)
  public Optional<Account> find(String userName) {
    return queries.find(district, userName).map(SignedIn::account);
  }

  /**
   * How the demo, commands and tests act as somebody.
   *
   * @throws Problem NOT_FOUND
   */
  @Transactional(readOnly = true)
  public Caller getCaller(String userName) {
    return find(userName).map(Account::caller).orElseThrow(() -> unknown(userName));
  }

  /** With a one-time password: the holder may do nothing but set an own one. */
  public IssuedPassword create(NewAccount account) {
    String password = passwords.generate();
    return new IssuedPassword(insert(account, passwords.encode(password), true, false), password);
  }

  /** With a known password that need not be changed. */
  public Account create(NewAccount account, String password) {
    return insert(account, passwords.encode(password), false, false);
  }

  /**
   * The demo district's accounts, made where missing. On loopback their password is the well-known
   * one; on any other bind address each gets a generated one, also those made on loopback before.
   * Restored ones have none and get theirs.
   *
   * @return password null where the account has one of its own
   */
  public List<IssuedPassword> createDemo() {
    boolean loopback = onLoopback();
    List<IssuedPassword> issued = new ArrayList<>();
    Map<String, String> hashes = new HashMap<>();
    Map<String, Boolean> matches = new HashMap<>();
    for (NewAccount account : DemoAccounts.read()) {
      Optional<SignedIn> known = queries.find(district, account.userName());
      boolean wellKnown =
          known
              .map(SignedIn::passwordHash)
              .filter(hash -> matches.computeIfAbsent(hash, this::isWellKnown))
              .isPresent();
      String password = loopback ? DemoAccounts.PASSWORD : passwords.generate();
      if (known.isEmpty())
        issued.add(
            new IssuedPassword(
                insert(account, hashes.computeIfAbsent(password, passwords::encode), false, true),
                password));
      else if (isRestored(known.get()) || wellKnown && !loopback) {
        setPassword(known.get().account().id(), password, false);
        endDevices(known.get().account().id(), null);
        issued.add(new IssuedPassword(known.get().account(), password));
      } else issued.add(new IssuedPassword(known.get().account(), wellKnown ? password : null));
    }
    return issued;
  }

  private static boolean isRestored(SignedIn known) {
    return known.account().demo() && known.passwordHash().equals(Passwords.NONE);
  }

  private boolean isWellKnown(String hash) {
    return passwords.matches(DemoAccounts.PASSWORD, hash);
  }

  /** One more demo account that acts in the demo's past and that nobody can sign in to. */
  public Caller createDemoActor(NewAccount account) {
    if (queries.find(district, account.userName()).isEmpty())
      insert(account, passwords.hashOfNone(), false, true);
    return getCaller(account.userName());
  }

  /**
   * What the sign-in page may offer: demo accounts with the well-known password.
   *
   * @return empty without demo data, and on any bind address but loopback
   */
  @Transactional(readOnly = true)
  List<Account> listOpenDemo() {
    if (!demo || !onLoopback()) return List.of();
    Set<String> named =
        DemoAccounts.read().stream().map(NewAccount::userName).collect(Collectors.toSet());
    return list().stream()
        .filter(a -> a.demo() && !a.disabled() && named.contains(a.userName()))
        .toList();
  }

  /** The administrator {@code admin} with a one-time password; empty where accounts exist. */
  public Optional<IssuedPassword> createFirstAdministrator() {
    if (queries.any(district)) return Optional.empty();
    return Optional.of(
        create(new NewAccount("admin", "管理员", Role.ADMINISTRATOR, null, null, null)));
  }

  /**
   * Replaces role, scope, names and whether it is disabled.
   *
   * @throws Problem where nobody would be left to administer, or it would be the caller's own end
   */
  public Account update(Caller by, long id, NewAccount wanted, boolean disabled) {
    queries.lock(district);
    Account administrator = get(by.accountId()).account();
    if (administrator.disabled() || administrator.role() != Role.ADMINISTRATOR)
      throw new Problem(ProblemType.NOT_ALLOWED, Map.of("what", "account.update"));
    Account old = get(id).account();
    AccountChecks.check(district, wanted);
    boolean ends = disabled || wanted.role() != Role.ADMINISTRATOR;
    if (id == by.accountId() && ends)
      throw new Problem(ProblemType.OWN_ACCOUNT, Map.of("userName", old.userName()));
    Account changed =
        new Account(
            id,
            district,
            old.userName(),
            wanted.displayName(),
            wanted.role(),
            wanted.unitCode(),
            wanted.projects(),
            wanted.townships(),
            old.mustChange(),
            disabled ? (old.disabled() ? old.disabledAt() : clock.now()) : null,
            old.demo(),
            old.createdAt());
    queries.update(changed);
    kept.change(id);
    audit.record(
        by, "account.update", subject(id), Map.of("before", told(old), "after", told(changed)));
    return changed;
  }

  /**
   * A new one-time password; every session and every phone of the account ends.
   *
   * @param by null for an operator at the shell
   */
  public IssuedPassword resetPassword(Caller by, long id) {
    Account account = get(id).account();
    String password = passwords.generate();
    setPassword(id, password, true);
    endDevices(id, null);
    audit.record(by, "account.reset-password", subject(id), Map.of("userName", account.userName()));
    return new IssuedPassword(get(id).account(), password);
  }

  /** One-time passwords for all working accounts that were restored and have none yet. */
  public List<IssuedPassword> issueMissing() {
    return queries.listWithoutPassword(district).stream()
        .map(id -> resetPassword(null, id))
        .toList();
  }

  @Transactional(readOnly = true)
  boolean hasPassword(Caller caller, String password) {
    return passwords.matches(password, get(caller.accountId()).passwordHash());
  }

  /**
   * Sets an own password; every other session and phone of the account ends.
   *
   * @param device the phone that asks; null where none does
   */
  SignedIn changePassword(Caller by, UUID device, String current, String wanted) {
    SignedIn known = get(by.accountId());
    if (!passwords.matches(current, known.passwordHash()))
      throw new Problem(
          ProblemType.FAULTY_FIELDS,
          Map.of("count", 1),
          List.of(new Problem.Fault("/current", "password-wrong", Map.of())));
    passwords.check("/password", wanted, by.userName());
    if (wanted.equals(current))
      throw new Problem(
          ProblemType.FAULTY_FIELDS,
          Map.of("count", 1),
          List.of(new Problem.Fault("/password", "password-same", Map.of())));
    setPassword(by.accountId(), wanted, false);
    endDevices(by.accountId(), device);
    audit.record(by, "account.change-password", subject(by.accountId()), Map.of());
    return get(by.accountId());
  }

  private void setPassword(long id, String password, boolean mustChange) {
    queries.updatePassword(id, passwords.encode(password), mustChange);
    kept.change(id);
  }

  private void endDevices(long id, UUID but) {
    devices.revokeAll(district, id, but, clock.now());
    devices.endPairings(district, id, clock.now());
  }

  private Account insert(
      NewAccount account, String passwordHash, boolean mustChange, boolean demo) {
    AccountChecks.check(district, account);
    if (queries.find(district, account.userName()).isPresent())
      throw new Problem(
          ProblemType.FAULTY_FIELDS,
          Map.of("count", 1),
          List.of(
              new Problem.Fault(
                  "/userName", "user-name-taken", Map.of("value", account.userName()))));
    long id = queries.insert(district, account, passwordHash, mustChange, demo, clock.now());
    Account made = get(id).account();
    audit.record("account.create", subject(id), told(made));
    return made;
  }

  /**
   * @throws Problem NOT_FOUND
   */
  @Transactional(readOnly = true)
  Account getAccount(long id) {
    return get(id).account();
  }

  private SignedIn get(long id) {
    return queries.find(district, id).orElseThrow(() -> unknown(String.valueOf(id)));
  }

  private static Problem unknown(String who) {
    return new Problem(ProblemType.NOT_FOUND, Map.of("what", "account " + who));
  }

  private static String subject(long id) {
    return "account/" + id;
  }

  private static Map<String, Object> told(Account account) {
    Map<String, Object> detail = new TreeMap<>();
    detail.put("userName", account.userName());
    detail.put("displayName", account.displayName());
    detail.put("role", account.role().code());
    detail.put("unit", account.unitCode());
    detail.put("projects", account.projects());
    detail.put("townships", account.townships());
    detail.put("disabled", account.disabled());
    return detail;
  }

  private boolean onLoopback() {
    try {
      return InetAddress.getByName(bind).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
