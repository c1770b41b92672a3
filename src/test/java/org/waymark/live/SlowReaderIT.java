package org.waymark.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.waymark.live.StreamReader.Event;

/**
 * Somebody who does not read holds up nobody, and learns the newest when they do. The buffers of
 * the sockets are small, so that they are full soon.
 */
@Import(SlowReaderIT.SmallBuffers.class)
class SlowReaderIT extends LiveCast {
  private static final int CHANGES = 20_000;

  @TestConfiguration(proxyBeanMethods = false)
  static class SmallBuffers {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
      return factory ->
          factory.addConnectorCustomizers(
              connector -> connector.setProperty("socket.txBufSize", "8192"));
    }
  }

  @Test
  void a_reader_who_does_not_read_delays_nobody_and_later_hears_the_newest() throws Exception {
    StreamReader quick = listen("planner");
    long begun = quick.next().progress();
    try (Socket slow = new Socket()) {
      slow.setReceiveBufferSize(4096);
      slow.connect(new InetSocketAddress("127.0.0.1", port));
      slow.getOutputStream()
          .write(
              ("GET /live HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\n\r\n"
                      .formatted(basic("planner")))
                  .getBytes(StandardCharsets.US_ASCII));
      while (streams.count() < 2) Thread.sleep(20);
      long started = System.nanoTime();
      for (long i = 1; i <= CHANGES; i++)
        streams.tell(
            List.of(new Notice("500114", LiveTopic.PROGRESS, begun + i, Set.of(8), Places.NONE)));
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
      Event last = quick.next();
      while (last.progress() < begun + CHANGES) last = quick.next();
      assertThat(streams.count()).as("the slow one is still there").isEqualTo(2);
      assertThat(readUntil(slow.getInputStream(), "id: " + (begun + CHANGES) + "-"))
          .contains("\"projects\":null")
          .hasSizeLessThan(CHANGES * 40);
    }
  }

  private static String readUntil(InputStream in, String wanted) throws IOException {
    StringBuilder all = new StringBuilder();
    byte[] some = new byte[8192];
    int at = -1;
    while (at < 0 || all.indexOf("\n\n", at) < 0) {
      int got = in.read(some);
      assertThat(got).isPositive();
      all.append(new String(some, 0, got, StandardCharsets.US_ASCII));
      if (at < 0) at = all.indexOf(wanted);
    }
    return all.toString();
  }
}
