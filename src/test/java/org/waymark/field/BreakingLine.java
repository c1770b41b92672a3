package org.waymark.field;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The way between phone and server, which loses, cuts, repeats and delays what goes over it. */
final class BreakingLine implements AutoCloseable {
  /** What happens to a request. */
  enum Fate {
    PASSES,
    /** Nothing reaches the server. */
    REQUEST_LOST,
    /** The server did it, the phone never hears. */
    ANSWER_LOST,
    /** Half of the body reaches the server, then the connection is gone. */
    CUT,
    /** Half of the answer reaches the phone. */
    ANSWER_CUT,
    /** The server gets it twice; the phone hears the second answer. */
    DOUBLED,
    /** One bit of the body turns over on the way. */
    SPOILT,
    DELAYED
  }

  record Request(String method, String path, int bytes, String range) {
    boolean is(String wanted, String start) {
      return method.equals(wanted) && path.startsWith(start);
    }
  }

  private static final Set<String> HOP =
      Set.of("connection", "content-length", "host", "transfer-encoding", "expect", "upgrade");
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final int target;
  private final Map<String, UnaryOperator<String>> rewrites = new ConcurrentHashMap<>();
  private final List<Request> seen = new CopyOnWriteArrayList<>();
  private volatile Function<Request, Fate> fates = r -> Fate.PASSES;

  BreakingLine(int target) {
    this.target = target;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::serve);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  void fates(Function<Request, Fate> chosen) {
    fates = chosen;
  }

  /** Changes the text of an answer. */
  void rewrite(String path, UnaryOperator<String> change) {
    rewrites.put(path, change);
  }

  List<Request> seen() {
    return new ArrayList<>(seen);
  }

  private void serve(HttpExchange exchange) {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().toString();
      Request request =
          new Request(
              exchange.getRequestMethod(),
              path,
              body.length,
              exchange.getRequestHeaders().getFirst("Range"));
      seen.add(request);
      if (path.equals("/live")) return; // what is read to its end here never ends
      Fate fate = fates.apply(request);
      if (fate == Fate.REQUEST_LOST) return;
      if (fate == Fate.DELAYED) Thread.sleep(400);
      if (fate == Fate.CUT) {
        sendHalf(exchange, body);
        return;
      }
      if (fate == Fate.SPOILT && body.length > 0) body[body.length / 2] ^= 1;
      if (fate == Fate.DOUBLED) forward(exchange, body);
      HttpResponse<byte[]> answer = forward(exchange, body);
      if (fate != Fate.ANSWER_LOST) give(exchange, answer, fate == Fate.ANSWER_CUT);
    } catch (IOException e) {
      // the phone hung up: lines do
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + target + exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!HOP.contains(name.toLowerCase()))
                values.forEach(value -> request.header(name, value));
            });
    request.setHeader("Accept-Encoding", "identity");
    if (rewrites.containsKey(exchange.getRequestURI().getPath()))
      request.setHeader("If-None-Match", "\"another\"");
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private void give(HttpExchange exchange, HttpResponse<byte[]> answer, boolean half)
      throws IOException {
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!HOP.contains(name.toLowerCase()) && !name.startsWith(":"))
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            });
    byte[] body = answer.body();
    UnaryOperator<String> rewrite = rewrites.get(exchange.getRequestURI().getPath());
    if (rewrite != null)
      body =
          rewrite.apply(new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    boolean none = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(answer.statusCode(), none ? -1 : body.length);
    if (!none) exchange.getResponseBody().write(body, 0, half ? body.length / 2 : body.length);
    if (half) pause(exchange);
  }

  /** What came is read before the line breaks. */
  private static void pause(HttpExchange exchange) throws IOException {
    exchange.getResponseBody().flush();
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** By hand, for no client can be told to break off. */
  private void sendHalf(HttpExchange exchange, byte[] body) throws IOException {
    StringBuilder head = new StringBuilder();
    head.append(exchange.getRequestMethod())
        .append(' ')
        .append(exchange.getRequestURI())
        .append(" HTTP/1.1\r\nHost: 127.0.0.1:")
        .append(target)
        .append("\r\nContent-Length: ")
        .append(body.length)
        .append("\r\n");
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!HOP.contains(name.toLowerCase()))
                values.forEach(v -> head.append(name).append(": ").append(v).append("\r\n"));
            });
    try (Socket socket = new Socket("127.0.0.1", target)) {
      OutputStream out = socket.getOutputStream();
      out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
      out.write(body, 0, body.length / 2);
      out.flush();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
