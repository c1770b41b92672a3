package org.waymark.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Account;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.calendar.WorkingDays;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.progress.JudgedDay;
import org.waymark.progress.Progress;
import org.waymark.words.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reminds of gates ahead and overdue: in the application, by mail who gave an address, and in the
 * work-chat system where one is set up.
 */
@Service
@EnableConfigurationProperties({MailSettings.class, WebhookSettings.class})
class Reminders {
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"]{1,189}");
  private final Progress progress;
  private final Accounts accounts;
  private final ReminderQueries queries;
  private final MailQueries mails;
  private final MailSettings settings;
  private final WebhookQueries calls;
  private final WebhookSettings webhook;
  private final Leaders leaders;
  private final WorkingDays workingDays;
  private final DistrictClock clock;
  private final MailText text;
  private final WebhookBody body;
  private final ReminderRules rules = ReminderRules.read();

  Reminders(
      Progress progress,
      Accounts accounts,
      ReminderQueries queries,
      MailQueries mails,
      MailSettings settings,
      WebhookQueries calls,
      WebhookSettings webhook,
      Leaders leaders,
      WorkingDays workingDays,
      DistrictClock clock,
      Words words,
      JsonMapper json,
      @Value("${waymark.devices.url}") String url) {
    this.progress = progress;
    this.accounts = accounts;
    this.queries = queries;
    this.mails = mails;
    this.settings = settings;
    this.calls = calls;
    this.webhook = webhook;
    this.leaders = leaders;
    this.workingDays = workingDays;
    this.clock = clock;
    this.text = new MailText(words, url);
    this.body = new WebhookBody(json, text, webhook.style().equals("full"));
  }

  MailHours hours() {
    return new MailHours(rules, workingDays, clock.zone());
  }

  /**
   * What is due to be told today and was not yet, with its mails, in one transaction. Any number of
   * runs and instances tell it once.
   *
   * @return how many reminders are new
   * @throws Problem PLAN_NOT_KNOWN
   */
  @Transactional
  public int remind(PlanKey key) {
    LocalDate today = clock.today();
    JudgedDay judged = progress.judge(key, today);
    List<TrackProgress> tracks =
        judged.progress().projects().stream().flatMap(p -> p.tracks().stream()).toList();
    GateLines gates = new GateLines(tracks, today, new Abouts(judged.plan()));
    List<Account> everybody = accounts.list().stream().filter(a -> !a.disabled()).toList();
    Map<Long, List<ReminderPlan.Wanted>> fresh = new TreeMap<>();
    for (ReminderPlan.Wanted wanted :
        new ReminderPlan(rules, workingDays, today)
            .of(gates.next(), gates.overdue(), everybody, leaders.ids(key.districtCode())))
      if (queries.insert(key, wanted, today, clock.now()))
        fresh.computeIfAbsent(wanted.accountId(), a -> new ArrayList<>()).add(wanted);
    if (settings.on()) write(key, today, fresh);
    if (webhook.on() && !fresh.isEmpty()) call(key, today, fresh);
    return fresh.values().stream().mapToInt(List::size).sum();
  }

  private void write(PlanKey key, LocalDate today, Map<Long, List<ReminderPlan.Wanted>> fresh) {
    Map<Long, String> addresses = queries.listAddresses(key.districtCode());
    Instant notBefore = hours().next(clock.now());
    fresh.forEach(
        (account, wanted) -> {
          String address = addresses.get(account);
          if (address == null) return;
          mails.insert(
              key.districtCode(),
              mailId(key, account, today),
              account,
              address,
              text.subject(wanted),
              text.body(wanted),
              clock.now(),
              notBefore);
        });
  }

  /** One call a day, whoever else is told later on it. */
  private void call(PlanKey key, LocalDate today, Map<Long, List<ReminderPlan.Wanted>> fresh) {
    UUID id = named(key.districtCode() + "/" + key.year() + "/webhook/" + today);
    List<ReminderPlan.Wanted> all = fresh.values().stream().flatMap(List::stream).toList();
    calls.insert(
        key.districtCode(),
        id,
        body.of(id, key, today, all),
        clock.now(),
        hours().next(clock.now()));
  }

  /** One mail for a person and a day, however often it is written. */
  private static UUID mailId(PlanKey key, long account, LocalDate day) {
    return named(key.districtCode() + "/" + key.year() + "/" + account + "/" + day);
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param mail reminders are mailed at all
   * @param address null where none is given
   * @param leader hears of gates long overdue
   */
  record Own(boolean mail, String address, boolean leader, List<Reminder> reminders) {}

  @Transactional(readOnly = true)
  public Own listOpen(Caller caller, PlanKey key) {
    return new Own(
        settings.on(),
        queries.findAddress(caller.accountId()).orElse(null),
        leaders.ids(caller.districtCode()).contains(caller.accountId()),
        queries.listOpen(caller, key));
  }

  /**
   * @throws Problem NOT_FOUND
   */
  @Transactional
  public void acknowledge(Caller caller, UUID id) {
    if (!queries.acknowledge(caller, id, clock.now()))
      throw new Problem(ProblemType.NOT_FOUND, Map.of("what", "reminders/" + id));
  }

  /**
   * @param address blank = none any more
   * @throws Problem FAULTY_FIELDS
   */
  @Transactional
  public void setAddress(Caller caller, String address) {
    String stripped = address == null ? "" : address.strip();
    if (stripped.isEmpty()) queries.dropAddress(caller);
    else if (!ADDRESS.matcher(stripped).matches())
      throw new Problem(
          ProblemType.FAULTY_FIELDS,
          Map.of("count", 1),
          List.of(new Problem.Fault("/address", "mail-address", Map.of("value", stripped))));
    else queries.saveAddress(caller, stripped);
  }
}
