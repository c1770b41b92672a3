package org.waymark.dispatch;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;

/**
 * Reminds once a day and empties the outbox; looks at the district clock, as the day-turn does. Not
 * before the application is ready: until then a demo may be half loaded.
 */
@Component
class ReminderSchedule {
  private static final Logger LOG = LoggerFactory.getLogger(ReminderSchedule.class);
  private final Reminders reminders;
  private final Plans plans;
  private final DistrictClock clock;
  private final MailDelivery delivery;
  private final WebhookDelivery calls;
  private final Map<PlanKey, LocalDate> reminded = new ConcurrentHashMap<>();
  private volatile boolean ready;

  ReminderSchedule(
      Reminders reminders,
      Plans plans,
      DistrictClock clock,
      MailSettings settings,
      MailQueries queries,
      WebhookSettings webhook,
      WebhookQueries webhookQueries,
      PlatformTransactionManager transactions) {
    this.reminders = reminders;
    this.plans = plans;
    this.clock = clock;
    this.delivery =
        settings.on()
            ? new MailDelivery(
                settings, queries, reminders.hours(), clock, new TransactionTemplate(transactions))
            : null;
    this.calls =
        webhook.on()
            ? new WebhookDelivery(
                webhook,
                webhookQueries,
                reminders.hours(),
                clock,
                new TransactionTemplate(transactions))
            : null;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    ready = true;
  }

  @Scheduled(initialDelay = 45_000, fixedDelay = 60_000)
  void remind() {
    if (!ready) return;
    PlanKey key = plans.currentKey();
    LocalDate today = clock.today();
    if (today.equals(reminded.get(key)) || plans.findAsOf(key, clock.now()).isEmpty()) return;
    int fresh = reminders.remind(key);
    reminded.put(key, today);
    if (fresh > 0) LOG.info("{} reminders for {}", fresh, today);
  }

  @Scheduled(initialDelay = 50_000, fixedDelay = 30_000)
  void deliver() {
    if (delivery == null) return;
    int sent = delivery.deliver();
    if (sent > 0) LOG.info("{} mails sent", sent);
  }

  @Scheduled(initialDelay = 55_000, fixedDelay = 30_000)
  void call() {
    if (calls == null) return;
    int made = calls.deliver();
    if (made > 0) LOG.info("{} webhook calls made", made);
  }
}
