package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Visitor;
import org.waymark.access.Role;

/** What the gate answers is what the filters answer; whom they refuse, it does not know. */
class TileGateIT extends TileCast {
  private static final String PACKED = "Accept-Encoding: gzip\r\n";

  /** Unknown to the gate. */
  private static final String THROUGH_FILTERS = "X-Slow: 1\r\n";

  @Autowired GateAnswers gate;
  private String cookie;

  @BeforeEach
  void session() {
    cookie = signIn("planner");
  }

  private String signIn(String name) {
    Visitor visitor = Visitor.browser(port);
    visitor.signIn(name, PASSWORD);
    return visitor.cookies().stream()
        .filter(c -> c.getName().equals("WAYMARK"))
        .map(c -> "Cookie: WAYMARK=" + c.getValue() + "\r\n")
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_gate_says_what_the_filters_say() throws IOException {
    String path = of("footprints", 12, 108.06, 29.5);
    try (Line line = new Line()) {
      assertThat(isAnswered(path, cookie + PACKED)).isFalse();
      Answer filtered = line.ask(path, cookie + PACKED + THROUGH_FILTERS);
      assertThat(isAnswered(path, cookie + PACKED)).isTrue();
      assertThat(filtered.filtered).isTrue();
      Answer atGate = line.askGate(path, cookie + PACKED);
      assertThat(atGate.head).isEqualTo(filtered.head);
      assertThat(atGate.body).isNotEmpty().isEqualTo(filtered.body);
      String known = "If-None-Match: " + atGate.head.get("etag").get(0) + "\r\n";
      assertThat(isAnswered(path, cookie + PACKED + known)).isTrue();
      Answer unchanged = line.askGate(path, cookie + PACKED + known);
      assertThat(unchanged.status).isEqualTo("HTTP/1.1 304");
      assertThat(unchanged.body).isEmpty();
      assertThat(line.ask(path, cookie + PACKED + known + THROUGH_FILTERS).head)
          .containsAllEntriesOf(unchanged.head);
    }
  }

  @Test
  void the_public_side_says_the_same() throws IOException {
    String path = of("footprints", 12, 108.06, 29.5).replace("/tiles/", "/tiles/public/");
    try (Line line = new Line()) {
      Answer filtered = line.ask(path, PACKED + THROUGH_FILTERS);
      assertThat(isAnswered(path, PACKED)).isTrue();
      assertThat(line.askGate(path, PACKED).head).isEqualTo(filtered.head);
    }
  }

  @Test
  void without_a_pass_there_is_nothing() throws IOException {
    String path = of("footprints", 12, 108.06, 29.5);
    try (Line line = new Line()) {
      line.ask(path, cookie + PACKED);
      assertThat(line.ask(path, PACKED).status).isEqualTo("HTTP/1.1 401");
      assertThat(line.ask(path, "Cookie: WAYMARK=0123456789ABCDEF\r\n" + PACKED).status)
          .isEqualTo("HTTP/1.1 401");
      assertThat(line.ask(path, cookie + PACKED).status).isEqualTo("HTTP/1.1 200");
    }
  }

  @Test
  void each_sees_the_own_scope() throws IOException {
    String path = of("footprints", 12, 108.03, 29.5);
    String eastern = signIn("easterner");
    try (Line line = new Line()) {
      Answer all = line.ask(path, cookie + PACKED);
      Answer east = line.ask(path, eastern + PACKED);
      assertThat(east.body).isNotEqualTo(all.body);
      assertThat(isAnswered(path, cookie + PACKED) && isAnswered(path, eastern + PACKED)).isTrue();
      assertThat(line.askGate(path, cookie + PACKED).body).isEqualTo(all.body);
      assertThat(line.askGate(path, eastern + PACKED).body).isEqualTo(east.body);
    }
  }

  @Test
  void whoever_is_shut_out_is_so_at_once() throws IOException {
    String name = "gate-" + UUID.randomUUID().toString().substring(0, 8);
    caller(name, Role.PLANNER, null, null);
    String path = of("townships", 10, 108.06, 29.5);
    String own = signIn(name);
    try (Line line = new Line()) {
      line.ask(path, own + PACKED);
      assertThat(isAnswered(path, own + PACKED)).isTrue();
      long id = accounts.find(name).orElseThrow().id();
      Visitor.program(port, "crew", PASSWORD)
          .send("PATCH", "/api/accounts/" + id, "{\"disabled\":true}");
      assertThat(isAnswered(path, own + PACKED)).isFalse();
      assertThat(line.ask(path, own + PACKED).status).isEqualTo("HTTP/1.1 401");
    }
  }

  @Test
  void a_session_that_is_over_is_over() throws IOException {
    Visitor visitor = Visitor.browser(port);
    visitor.signIn("planner", PASSWORD);
    String own =
        "Cookie: WAYMARK="
            + visitor.cookies().stream()
                .filter(c -> c.getName().equals("WAYMARK"))
                .findFirst()
                .orElseThrow()
                .getValue()
            + "\r\n";
    String path = of("townships", 10, 108.06, 29.5);
    try (Line line = new Line()) {
      line.ask(path, own + PACKED);
      assertThat(isAnswered(path, own + PACKED)).isTrue();
      var csrf = Visitor.json(visitor.get("/api/csrf"));
      visitor.form(
          "/sign-out", Map.of(csrf.get("parameter").asString(), csrf.get("token").asString()));
      assertThat(isAnswered(path, own + PACKED)).isFalse();
      assertThat(line.ask(path, own + PACKED).status).isEqualTo("HTTP/1.1 401");
    }
  }

  @Test
  void what_a_report_changes_is_not_answered_from_before() throws IOException {
    line("18.2-991", 108.02, 29.57, 108.06);
    String path = of("completed", 12, 108.03, 29.57);
    try (Line line = new Line()) {
      Answer before = line.ask(path, cookie + PACKED);
      assertThat(isAnswered(path, cookie + PACKED)).isTrue();
      done("18.2-991", 0, 2000, null);
      assertThat(isAnswered(path, cookie + PACKED)).isFalse();
      Answer after = line.ask(path, cookie + PACKED);
      assertThat(after.body).isNotEqualTo(before.body);
      assertThat(line.askGate(path, cookie + PACKED).body).isEqualTo(after.body);
    }
  }

  /** More than the machine keeps for a connection, and asked on while nothing is taken. */
  @Test
  void a_slow_reader_gets_every_byte() throws Exception {
    byte[] noise = new byte[240_000];
    new Random(1).nextBytes(noise);
    Tile large = Tile.of(noise);
    TileKey key =
        new TileKey(
            TileAudience.PUBLIC, KEY, 0, TileLayer.FOOTPRINTS, new TileAddress(16, 1, 1), null);
    cache.get(key, k -> large);
    int times = 24;
    try (Line line = new Line()) {
      for (int i = 0; i < times; i++) {
        line.send("/tiles/public/footprints/16/1/1.mvt", PACKED);
        Thread.sleep(20); // each by itself
      }
      for (int i = 0; i < times; i++) assertThat(line.receive().body).isEqualTo(large.gzip());
    } finally {
      cache.drop(key::equals);
    }
  }

  @Test
  void a_request_in_pieces_or_two_at_once_are_the_servers() throws Exception {
    String path = of("townships", 10, 108.06, 29.5);
    try (Line line = new Line()) {
      byte[] body = line.ask(path, cookie + PACKED).body;
      line.raw("GET " + path + " HTTP/1.1\r\nHo");
      Thread.sleep(50);
      line.raw("st: a\r\n" + cookie + PACKED + "\r\n");
      assertThat(line.receive().body).isEqualTo(body);
      String one = "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + cookie + PACKED + "\r\n";
      line.raw(one + one);
      assertThat(line.receive().body).isEqualTo(body);
      assertThat(line.receive().body).isEqualTo(body);
      assertThat(line.ask(path, cookie + PACKED).body).isEqualTo(body);
    }
  }

  private boolean isAnswered(String path, String headers) {
    byte[] bytes = request(path, headers).getBytes(StandardCharsets.ISO_8859_1);
    return gate.write(bytes, bytes.length, ByteBuffer.allocate(300_000));
  }

  private static String request(String path, String headers) {
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + "\r\n";
  }

  /**
   * @param head by small names, without what tells the time or is for pages
   * @param filtered came through the filters, which add what is for pages
   */
  private record Answer(
      String status, Map<String, List<String>> head, byte[] body, boolean filtered) {}

  /** A connection that is kept. */
  private final class Line implements AutoCloseable {
    private final Socket socket = new Socket();
    private final DataInputStream in;

    Line() throws IOException {
      socket.setReceiveBufferSize(8_192);
      socket.connect(new InetSocketAddress("127.0.0.1", port));
      socket.setSoTimeout(20_000);
      in = new DataInputStream(socket.getInputStream());
    }

    Answer ask(String path, String headers) throws IOException {
      send(path, headers);
      return receive();
    }

    /** The thread of the last request may not have let go of the connection yet. */
    Answer askGate(String path, String headers) throws IOException {
      for (int i = 0; i < 200; i++) {
        Answer answer = ask(path, headers);
        if (!answer.filtered) return answer;
      }
      throw new AssertionError("never answered at the gate: " + path);
    }

    void send(String path, String headers) throws IOException {
      raw(request(path, headers));
    }

    void raw(String text) throws IOException {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    Answer receive() throws IOException {
      String status = line().strip();
      Map<String, List<String>> head = new TreeMap<>();
      for (String line = line(); !line.isEmpty(); line = line()) {
        String[] parts = line.split(": ", 2);
        String name = parts[0].toLowerCase(Locale.ROOT);
        if (!name.equals("date")) head.computeIfAbsent(name, n -> new ArrayList<>()).add(parts[1]);
      }
      boolean chunked = head.containsKey("transfer-encoding");
      int length =
          status.endsWith("304")
              ? 0
              : Integer.parseInt(head.getOrDefault("content-length", List.of("0")).get(0));
      byte[] body = chunked ? chunks() : new byte[length];
      if (!chunked) in.readFully(body);
      boolean filtered = head.remove("content-security-policy") != null;
      return new Answer(status, head, body, filtered);
    }

    private byte[] chunks() throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (int size = size(); ; size = size()) {
        byte[] chunk = new byte[size];
        in.readFully(chunk);
        all.write(chunk);
        line();
        if (size == 0) return all.toByteArray();
      }
    }

    private int size() throws IOException {
      return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int b = in.read(); b != '\n'; b = in.read()) {
        if (b < 0) throw new IOException("closed after " + line);
        if (b != '\r') line.write(b);
      }
      return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
