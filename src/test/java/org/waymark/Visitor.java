package org.waymark;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody at the other end of HTTP: anonymous, a program with a password, or a browser with
 * cookies. Never follows a redirect.
 */
public final class Visitor {
  private static final JsonMapper JSON = new JsonMapper();
  private final HttpClient client;
  private final String base;
  private final Map<String, String> headers = new TreeMap<>();

  private Visitor(int port, HttpClient client) {
    this.base = "http://127.0.0.1:" + port;
    this.client = client;
  }

  public static Visitor anonymous(int port) {
    return new Visitor(port, HttpClient.newHttpClient());
  }

  /** A program with HTTP Basic. */
  public static Visitor program(int port, String userName, String password) {
    String both = userName + ":" + password;
    return anonymous(port)
        .with(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
  }

  /** A browser that has not signed in. */
  public static Visitor browser(int port) {
    return new Visitor(port, HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
  }

  /** What a browser keeps. */
  public List<HttpCookie> cookies() {
    return ((CookieManager) client.cookieHandler().orElseThrow()).getCookieStore().getCookies();
  }

  /** The same visitor, always sending this header. */
  public Visitor with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public HttpResponse<String> get(String path) {
    return send("GET", path, null, Map.of());
  }

  public HttpResponse<String> send(String method, String path, String json) {
    return send(
        method, path, json, json == null ? Map.of() : Map.of("Content-Type", "application/json"));
  }

  public HttpResponse<String> send(
      String method, String path, String body, Map<String, String> more) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(request::setHeader);
    more.forEach(request::setHeader);
    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Bytes there and back. */
  public HttpResponse<byte[]> bytes(String method, String path, byte[] body, String contentType) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(request::setHeader);
    if (contentType != null) request.setHeader("Content-Type", contentType);
    request.method(
        method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As the sign-in page does: fetches a token, posts the form. */
  public HttpResponse<String> signIn(String userName, String password) {
    JsonNode csrf = json(get("/api/csrf"));
    return form(
        "/sign-in",
        Map.of(
            "userName",
            userName,
            "password",
            password,
            csrf.get("parameter").asString(),
            csrf.get("token").asString()));
  }

  public HttpResponse<String> form(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        "POST",
        path,
        body,
        Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"));
  }

  public static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
