package org.waymark.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One reader of {@code GET /live}; a thread of its own takes what comes. */
final class StreamReader implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(10);
  private static final JsonMapper JSON = new JsonMapper();
  private final HttpResponse<InputStream> answer;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> comments = new LinkedBlockingQueue<>();
  private volatile boolean ended;

  record Event(String id, JsonNode data) {
    long progress() {
      return data.get("progress").asLong();
    }

    long published() {
      return data.get("published").asLong();
    }

    /** Such as [18], or null. */
    String projects() {
      return String.valueOf(data.get("projects"));
    }
  }

  StreamReader(int port, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/live"));
    headers.forEach(request::setHeader);
    try {
      answer =
          HttpClient.newHttpClient()
              .send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Thread thread = new Thread(this::read, "reader");
    thread.setDaemon(true);
    thread.start();
  }

  HttpResponse<InputStream> answer() {
    return answer;
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      String id = null;
      String data = null;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("id: ")) id = line.substring(4);
        else if (line.startsWith("data: ")) data = line.substring(6);
        else if (line.startsWith(":")) comments.add(line);
        else if (line.isEmpty() && data != null) {
          events.add(new Event(id, JSON.readTree(data)));
          data = null;
        }
      }
    } catch (IOException closed) {
      // by this side or the other
    } finally {
      ended = true;
    }
  }

  Event next() {
    return next(SOON);
  }

  Event next(Duration patience) {
    try {
      Event event = events.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      assertThat(event).as("an event within " + patience).isNotNull();
      return event;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void hearsNothing(Duration quiet) throws InterruptedException {
    assertThat(events.poll(quiet.toMillis(), TimeUnit.MILLISECONDS)).isNull();
  }

  void beats() throws InterruptedException {
    assertThat(comments.poll(SOON.toMillis(), TimeUnit.MILLISECONDS)).isNotNull();
  }

  boolean ends() throws InterruptedException {
    for (int i = 0; i < 100 && !ended; i++) Thread.sleep(100);
    return ended;
  }

  @Override
  public void close() {
    try {
      answer.body().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
