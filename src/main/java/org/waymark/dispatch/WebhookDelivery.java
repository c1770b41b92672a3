package org.waymark.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import org.waymark.calendar.DistrictClock;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Empties the outbox of the work-chat system, as {@link MailDelivery} does that of the mails. A
 * call whose answer was lost is made again under the same Idempotency-Key with the same body.
 */
final class WebhookDelivery {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivery.class);
  private static final int MOST_ANSWER = 4096;
  private final WebhookSettings settings;
  private final WebhookQueries queries;
  private final MailHours hours;
  private final DistrictClock clock;
  private final TransactionTemplate transaction;
  private final JsonMapper json = JsonMapper.builder().build();

  /** With its thread, from the first use on. */
  private final Supplier<HttpClient> client;

  WebhookDelivery(
      WebhookSettings settings,
      WebhookQueries queries,
      MailHours hours,
      DistrictClock clock,
      TransactionTemplate transaction) {
    this.settings = settings;
    this.queries = queries;
    this.hours = hours;
    this.clock = clock;
    this.transaction = transaction;
    this.client =
        SingletonSupplier.of(
            () ->
                HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(settings.timeout())
                    .version(HttpClient.Version.HTTP_1_1)
                    .build());
  }

  /**
   * Makes what calls may be made now, until one fails: then the server is given its pause.
   *
   * @return how many were made
   */
  int deliver() {
    int made = 0;
    while (!hours.next(clock.now()).isAfter(clock.now())) {
      Boolean went = transaction.execute(status -> deliverNext());
      if (!Boolean.TRUE.equals(went)) return made;
      made++;
    }
    return made;
  }

  /** Null where there is nothing to be told. */
  private Boolean deliverNext() {
    Optional<WebhookQueries.Call> next = queries.takeNext(clock.now());
    if (next.isEmpty()) return null;
    WebhookQueries.Call call = next.get();
    String fault = post(call);
    if (fault == null) {
      queries.markDone(call, clock.now());
      return true;
    }
    Duration pause = Backoff.after(call.tries());
    Instant again = pause == null ? null : hours.next(clock.now().plus(pause));
    queries.markFailed(call, clock.now(), again, fault);
    LOG.warn("webhook call {} not taken ({} tries): {}", call.id(), call.tries() + 1, fault);
    return false;
  }

  /** What is wrong; null where it was taken. */
  private String post(WebhookQueries.Call call) {
    String timestamp = String.valueOf(clock.now().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(settings.address())
            .timeout(settings.timeout())
            .header("Content-Type", "application/json; charset=utf-8")
            .header("User-Agent", "Waymark")
            .header("Idempotency-Key", call.id().toString())
            .header("X-Waymark-Timestamp", timestamp)
            .header(
                "X-Waymark-Signature",
                "sha256=" + sign(settings.secret(), timestamp + "." + call.body()))
            .POST(HttpRequest.BodyPublishers.ofString(call.body(), StandardCharsets.UTF_8))
            .build();
    CompletableFuture<String> answer =
        client
            .get()
            .sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
            .thenApplyAsync(this::fault);
    try {
      // the client's own limit ends with the headers; an answer that never ends must end too
      return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return "no answer in " + settings.timeout().toSeconds() + " s";
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      return cause.getClass().getSimpleName()
          + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private String fault(HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      if (response.statusCode() / 100 != 2) return "status " + response.statusCode();
      return refusal(new String(in.readNBytes(MOST_ANSWER), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return "answer broken off: " + e.getMessage();
    }
  }

  /** Chat systems refuse with status 200 and a code that is not 0. */
  private String refusal(String answer) {
    if (!answer.stripLeading().startsWith("{")) return null;
    try {
      JsonNode body = json.readTree(answer);
      for (String name : new String[] {"errcode", "code"})
        if (body.path(name).isInt() && body.path(name).intValue() != 0)
          return name + " " + body.path(name).intValue();
      return null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** HMAC-SHA256 of the text in UTF-8, lower-case hex. */
  static String sign(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
