package org.waymark.dispatch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server; without a host no mail is written.
 *
 * @param from address of the sender
 * @param startTls refuse to send where the server offers no TLS
 */
@ConfigurationProperties("waymark.mail")
record MailSettings(
    @DefaultValue("") String host,
    @DefaultValue("25") int port,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("") String from,
    @DefaultValue("false") boolean startTls) {

  boolean on() {
    return !host.isBlank() && !from.isBlank();
  }
}
