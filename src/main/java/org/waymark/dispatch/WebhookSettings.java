package org.waymark.dispatch;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The work-chat system that hears of reminders; without an address nothing is written for it.
 *
 * @param url http or https, without user and fragment
 * @param secret signs each call; needed with an address
 * @param style {@code full} = text and items; {@code text} = the text message alone, for robots
 *     that take no other fields
 * @param timeout for a whole call
 */
@ConfigurationProperties("waymark.webhook")
record WebhookSettings(
    @DefaultValue("") String url,
    @DefaultValue("") String secret,
    @DefaultValue("full") String style,
    @DefaultValue("10s") Duration timeout) {
  private static final int SHORTEST_SECRET = 16;

  WebhookSettings {
    if (!url.isBlank()) {
      URI address = URI.create(url.strip());
      if (!Set.of("http", "https").contains(String.valueOf(address.getScheme()))
          || address.getHost() == null
          || address.getUserInfo() != null
          || address.getFragment() != null)
        throw new IllegalArgumentException("waymark.webhook.url is no address to post to");
      if (secret.length() < SHORTEST_SECRET)
        throw new IllegalArgumentException(
            "waymark.webhook.secret needs at least " + SHORTEST_SECRET + " characters");
    }
    if (!Set.of("full", "text").contains(style))
      throw new IllegalArgumentException("waymark.webhook.style is full or text, not " + style);
  }

  boolean on() {
    return !url.isBlank();
  }

  URI address() {
    return URI.create(url.strip());
  }

  /** Nothing of the secret. */
  @Override
  public String toString() {
    return "WebhookSettings[" + (on() ? address().getHost() : "off") + ", " + style + "]";
  }
}
