package org.waymark.basemap;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Fetches a tile: no redirects, little time, little memory, images only. */
@Component
class BasemapSource {
  static final int LARGEST_BYTES = 1_000_000;
  private final Duration patience;

  /** With its thread, from the first use on. */
  private final Supplier<HttpClient> client =
      SingletonSupplier.of(
          () ->
              HttpClient.newBuilder()
                  .followRedirects(HttpClient.Redirect.NEVER)
                  .connectTimeout(Duration.ofSeconds(3))
                  .build());

  BasemapSource() {
    this(Duration.ofSeconds(8));
  }

  /**
   * @param patience for the head of an answer, and again for all of its body
   */
  BasemapSource(Duration patience) {
    this.patience = patience;
  }

  /**
   * @param mediaType by content, whatever the source says
   */
  record Tile(byte[] bytes, String mediaType) {}

  /**
   * @throws Problem SOURCE_FAILED; its words never hold the address, which holds the key
   */
  Tile fetch(String address) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(patience)
            .header("User-Agent", "Waymark")
            .build();
    try {
      HttpResponse<InputStream> answer =
          client.get().send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != 200) throw failed("HTTP " + answer.statusCode());
        byte[] bytes = read(body);
        if (bytes.length > LARGEST_BYTES) throw failed("> " + LARGEST_BYTES + " B");
        return new Tile(bytes, mediaType(bytes));
      }
    } catch (IOException e) {
      throw failed(e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed("interrupted");
    }
  }

  /** A body that takes too long is closed from outside, which ends the reading. */
  private byte[] read(InputStream body) throws IOException {
    CompletableFuture<Void> watch =
        CompletableFuture.runAsync(
            () -> close(body),
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
    try {
      return body.readNBytes(LARGEST_BYTES + 1);
    } finally {
      watch.cancel(false);
    }
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      // it is given up
    }
  }

  private static String mediaType(byte[] bytes) {
    if (begins(bytes, 0x89, 'P', 'N', 'G')) return "image/png";
    if (begins(bytes, 0xff, 0xd8, 0xff)) return "image/jpeg";
    if (begins(bytes, 'R', 'I', 'F', 'F')) return "image/webp";
    throw failed("not an image");
  }

  private static boolean begins(byte[] bytes, int... wanted) {
    if (bytes.length < wanted.length) return false;
    for (int i = 0; i < wanted.length; i++) if ((bytes[i] & 0xff) != wanted[i]) return false;
    return true;
  }

  private static Problem failed(String detail) {
    return new Problem(ProblemType.SOURCE_FAILED, Map.of("detail", detail));
  }
}
