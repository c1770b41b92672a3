package org.waymark.dispatch;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.transaction.support.TransactionTemplate;
import org.waymark.calendar.DistrictClock;

/**
 * Empties the outbox. A mail is marked in the transaction that holds its row, so two instances
 * never send the same one; killed between the server's answer and the commit it is sent again under
 * the same Message-ID.
 */
final class MailDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
  private final MailSettings settings;
  private final MailQueries queries;
  private final MailHours hours;
  private final DistrictClock clock;
  private final TransactionTemplate transaction;
  private final JavaMailSenderImpl sender;

  MailDelivery(
      MailSettings settings,
      MailQueries queries,
      MailHours hours,
      DistrictClock clock,
      TransactionTemplate transaction) {
    this.settings = settings;
    this.queries = queries;
    this.hours = hours;
    this.clock = clock;
    this.transaction = transaction;
    this.sender = sender(settings);
  }

  private static JavaMailSenderImpl sender(MailSettings settings) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost(settings.host());
    sender.setPort(settings.port());
    sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
    Properties properties = sender.getJavaMailProperties();
    for (String limit : new String[] {"connectiontimeout", "timeout", "writetimeout"})
      properties.put("mail.smtp." + limit, "10000");
    properties.put("mail.smtp.starttls.enable", "true");
    properties.put("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
    if (!settings.user().isBlank()) {
      sender.setUsername(settings.user());
      sender.setPassword(settings.password());
      properties.put("mail.smtp.auth", "true");
    }
    return sender;
  }

  /**
   * Sends what may leave now, until one fails: then the server is given its pause.
   *
   * @return how many were sent
   */
  int deliver() {
    int sent = 0;
    while (isOpen()) {
      Boolean went = transaction.execute(status -> deliverNext());
      if (!Boolean.TRUE.equals(went)) return sent;
      sent++;
    }
    return sent;
  }

  private boolean isOpen() {
    Instant now = clock.now();
    return !hours.next(now).isAfter(now);
  }

  /** Null where nothing is to be sent. */
  private Boolean deliverNext() {
    Optional<MailQueries.Mail> next = queries.takeNext(clock.now());
    if (next.isEmpty()) return null;
    MailQueries.Mail mail = next.get();
    try {
      sender.send(message(mail));
      queries.markSent(mail, clock.now());
      return true;
    } catch (MailException | MessagingException e) {
      Duration pause = Backoff.after(mail.tries());
      Instant again = pause == null ? null : hours.next(clock.now().plus(pause));
      String fault = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      queries.markFailed(mail, clock.now(), again, fault);
      LOG.warn("mail {} not sent ({} tries): {}", mail.id(), mail.tries() + 1, fault);
      return false;
    }
  }

  private MimeMessage message(MailQueries.Mail mail) throws MessagingException {
    String domain = settings.from().substring(settings.from().indexOf('@') + 1);
    MimeMessage message =
        new MimeMessage(sender.getSession()) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + mail.id() + "@" + domain + ">");
          }
        };
    MimeMessageHelper helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
    helper.setFrom(settings.from());
    helper.setTo(mail.address());
    helper.setSubject(mail.subject());
    helper.setText(mail.body());
    return message;
  }
}
