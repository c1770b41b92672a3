package org.waymark.field;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Sends its share of the reports, each until it is acknowledged and never again after that. */
final class CarelessPhone implements Runnable {
  private static final long PATIENCE_MS = 180_000;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final KillableServer server;
  private final String footprint;
  private final int first;
  private final int step;
  private final int end;
  private String token;
  private volatile int repeats;
  private volatile Throwable fault;

  /** Takes the metres first, first + step, … below end. */
  CarelessPhone(KillableServer server, String footprint, int first, int step, int end) {
    this.server = server;
    this.footprint = footprint;
    this.first = first;
    this.step = step;
    this.end = end;
  }

  /** id → received at, as the first answer said. */
  Map<String, String> acknowledged() {
    return acknowledged;
  }

  int repeats() {
    return repeats;
  }

  Throwable fault() {
    return fault;
  }

  @Override
  public void run() {
    try {
      String both = Base64.getEncoder().encodeToString(("crew:" + FieldCast.PASSWORD).getBytes());
      token =
          read(
              until("POST", "/api/devices", "Basic " + both, json("{\"name\":\"phone\"}"), "json"),
              "token");
      for (int metre = first; metre < end; metre += step) send(metre);
    } catch (Throwable t) {
      fault = t;
    }
  }

  private void send(int metre) throws Exception {
    String id = UUID.randomUUID().toString();
    byte[] photo = NoisePicture.jpeg(24, 16, 1_000_000 + metre);
    String sha256 = sha256(photo);
    String body =
        """
        {"footprint":"%s","version":1,"kind":"done","range":{"from":%d,"to":%d},"observedAt":"2026-07-01T08:00:00Z",
         "method":"typed","photos":[{"sha256":"%s","takenAt":"2026-07-01T08:00:00Z"}]}
        """
            .formatted(footprint, metre, metre + 1, sha256);
    String bearer = "Bearer " + token;
    HttpResponse<String> answer =
        until("PUT", "/api/completion-reports/" + id, bearer, json(body), "json");
    String receivedAt = read(answer, "receivedAt");
    until("PUT", "/api/photos/" + sha256, bearer, BodyPublishers.ofByteArray(photo), "jpeg");
    acknowledged.put(id, receivedAt);
  }

  /** Again and again until the server says 200 or 201; only it being down is a reason to repeat. */
  private HttpResponse<String> until(
      String method, String path, String authorization, BodyPublisher body, String kind)
      throws Exception {
    long giveUp = System.currentTimeMillis() + PATIENCE_MS;
    for (; ; Thread.sleep(50)) {
      if (System.currentTimeMillis() > giveUp) throw new IllegalStateException("never: " + path);
      int port = server.port();
      if (port == 0) continue;
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(20))
              .header("Authorization", authorization)
              .header("Content-Type", kind.equals("json") ? "application/json" : "image/jpeg")
              .method(method, body)
              .build();
      try {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 == 2) return answer;
        if (answer.statusCode() < 500) throw new IllegalStateException(answer.body());
      } catch (IOException e) {
        // it was killed under the request
      }
      repeats++;
    }
  }

  private static BodyPublisher json(String text) {
    return BodyPublishers.ofString(text);
  }

  private static String read(HttpResponse<String> answer, String field) {
    return new JsonMapper().readTree(answer.body()).get(field).asString();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return java.util.HexFormat.of()
        .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
