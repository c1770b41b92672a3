package org.waymark.basemap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import tools.jackson.databind.json.JsonMapper;

/** Against a map server of our own on this machine. */
class BasemapTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private final List<String> asked = new ArrayList<>();
  private HttpServer server;
  private int status = 200;
  private byte[] body = PNG;

  @BeforeEach
  void aMapServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          if (status == 302) exchange.getResponseHeaders().set("Location", base() + "/elsewhere");
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void a_tile_comes_through_with_the_key_that_no_answer_shows() throws Exception {
    BasemapController maps = tianditu();
    ResponseEntity<byte[]> tile = maps.tile("vec", 10, 821, 424);
    assertThat(tile.getBody()).isEqualTo(PNG);
    assertThat(tile.getHeaders().getContentType()).hasToString("image/png");
    assertThat(asked).containsExactly("/vec_w/wmts?M=10&R=424&C=821&tk=secret-key");
    assertThat(new JsonMapper().writeValueAsString(maps.list()))
        .contains("vec", "img", "ter", "天地图")
        .doesNotContain("secret-key", "127.0.0.1", "\"code\":\"cva\"");
  }

  @Test
  void a_tile_is_asked_for_once() {
    BasemapController maps = tianditu();
    maps.tile("img", 3, 1, 2);
    maps.tile("img", 3, 1, 2);
    assertThat(asked).hasSize(1);
  }

  @Test
  void a_redirect_is_not_followed() {
    status = 302;
    fails(tianditu());
    assertThat(asked).hasSize(1);
  }

  @Test
  void an_error_or_a_page_is_no_tile_and_never_shows_the_key() {
    status = 403;
    fails(tianditu());
    status = 200;
    body = "<html>key secret-key is wrong</html>".getBytes();
    fails(tianditu());
  }

  @Test
  void a_tile_without_end_is_refused() {
    body = new byte[BasemapSource.LARGEST_BYTES + 1];
    System.arraycopy(PNG, 0, body, 0, PNG.length);
    fails(tianditu());
  }

  @Test
  void a_tile_that_drips_is_given_up_and_holds_up_no_other() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    server.createContext(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(PNG);
          exchange.getResponseBody().flush();
          new Thread(() -> drip(exchange, over)).start();
        });
    var settings = new BasemapSettings("", "", "", base() + "/slow/{z}/{x}/{y}", "", "", 18);
    var maps = new BasemapController(settings, new BasemapSource(Duration.ofMillis(300)));
    long began = System.nanoTime();
    assertThatThrownBy(() -> maps.tile("xyz", 1, 0, 0))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.type()).isEqualTo(ProblemType.SOURCE_FAILED));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(4));
    over.countDown();
  }

  /** A byte now and then, for five seconds at most. */
  private static void drip(HttpExchange exchange, CountDownLatch over) {
    try {
      for (int i = 0; i < 50 && !over.await(100, TimeUnit.MILLISECONDS); i++) {
        exchange.getResponseBody().write(0);
        exchange.getResponseBody().flush();
      }
      exchange.close();
    } catch (IOException | InterruptedException e) {
      exchange.close();
    }
  }

  @Test
  void whoever_asks_for_a_tile_on_its_way_waits_for_it_and_a_failure_is_forgotten()
      throws Exception {
    AtomicInteger fetched = new AtomicInteger();
    CountDownLatch arrives = new CountDownLatch(1);
    BasemapTiles tiles =
        new BasemapTiles(
            address -> {
              fetched.incrementAndGet();
              try {
                arrives.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              if (address.equals("bad")) throw new IllegalStateException("bad");
              return new BasemapSource.Tile(PNG, "image/png");
            });
    var two =
        List.of(
            CompletableFuture.supplyAsync(() -> tiles.get("a"), task -> new Thread(task).start()),
            CompletableFuture.supplyAsync(() -> tiles.get("a"), task -> new Thread(task).start()));
    Thread.sleep(100);
    arrives.countDown();
    for (var one : two) assertThat(one.join().bytes()).isEqualTo(PNG);
    assertThat(fetched).hasValue(1);
    for (int i = 0; i < 2; i++)
      assertThatThrownBy(() -> tiles.get("bad")).isInstanceOf(IllegalStateException.class);
    assertThat(fetched).hasValue(3);
  }

  @Test
  void a_dead_source_is_told_apart_from_a_failure_here() {
    server.stop(0);
    fails(tianditu());
  }

  @Test
  void only_configured_layers_and_tiles_that_exist_are_asked_for() {
    BasemapController maps = tianditu();
    for (int[] t : new int[][] {{-1, 0, 0}, {19, 0, 0}, {3, 8, 0}, {3, 0, -1}})
      assertThatThrownBy(() -> maps.tile("vec", t[0], t[1], t[2])).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> maps.tile("../x", 3, 1, 1)).isInstanceOf(Problem.class);
    assertThat(asked).isEmpty();
  }

  @Test
  void without_configuration_there_is_nothing() {
    assertThat(maps("", "").list().layers()).isEmpty();
  }

  @Test
  void any_other_map_comes_by_its_template() {
    BasemapController maps = maps("", base() + "/tiles/{z}/{x}/{y}.png");
    maps.tile("xyz", 5, 6, 7);
    assertThat(asked).containsExactly("/tiles/5/6/7.png");
  }

  @Test
  void only_http_is_a_source() {
    assertThatThrownBy(() -> maps("", "file:///etc/{z}/{x}/{y}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void fails(BasemapController maps) {
    assertThatThrownBy(() -> maps.tile("vec", 1, 0, 0))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.SOURCE_FAILED);
              assertThat(problem.getMessage()).doesNotContain("secret-key");
            });
  }

  private BasemapController tianditu() {
    return maps("secret-key", "");
  }

  private BasemapController maps(String key, String xyz) {
    String tianditu = base() + "/{layer}_w/wmts?M={z}&R={y}&C={x}&tk={key}";
    return new BasemapController(
        new BasemapSettings(key, tianditu, "天地图", xyz, "", "", 18), new BasemapSource());
  }

  private String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
