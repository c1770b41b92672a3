package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadTest {
  private static final String LINE = "GET /tiles/completed/12/3285/1696.mvt HTTP/1.1\r\n";
  private static final String HOST = "Host: 127.0.0.1:8080\r\n";
  private static final String WHOLE =
      LINE
          + HOST
          + "Connection: keep-alive\r\n"
          + "sec-ch-ua-platform: \"Linux\"\r\n"
          + "User-Agent: Mozilla/5.0\r\n"
          + "Accept: */*\r\n"
          + "Referer: http://127.0.0.1:8080/?project=1\r\n"
          + "Accept-Encoding: gzip, deflate, br\r\n"
          + "Accept-Language: zh-CN\r\n"
          + "Cookie: XSRF-TOKEN=1; WAYMARK=ABCDEF; language=zh\r\n"
          + "If-None-Match: \"1-ab-gzip\"\r\n\r\n";

  @Test
  void a_browsers_request_is_understood() {
    assertThat(read(WHOLE))
        .isEqualTo(
            new RequestHead(
                "/tiles/completed/12/3285/1696.mvt",
                "ABCDEF",
                "gzip, deflate, br",
                "\"1-ab-gzip\""));
    assertThat(read(LINE + HOST + "\r\n"))
        .isEqualTo(new RequestHead("/tiles/completed/12/3285/1696.mvt", null, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Basic YTpi\r\n",
        "Content-Length: 1\r\n",
        "Transfer-Encoding: chunked\r\n",
        "Connection: close\r\n",
        "Connection: Upgrade\r\n",
        "Upgrade: h2c\r\n",
        "Expect: 100-continue\r\n",
        "Range: bytes=0-1\r\n",
        "X-New: 1\r\n",
        "sec-a b: 1\r\n",
        "sec-ch\u00e9: 1\r\n",
        "Cookie: a=1\r\nCookie: WAYMARK=1\r\n",
        "Cookie: WAYMARK=1; WAYMARK=2\r\n",
        "If-None-Match: \"a\"\r\nIf-None-Match: \"b\"\r\n",
        "Accept-Encoding: gzip\r\nAccept-Encoding: br\r\n",
        "Host: other\r\n",
        "Cookie: WAYMARK=1\n",
        "Cookie: a=\u0000\r\n",
        " folded\r\n",
        ": nameless\r\n",
        "nothing\r\n",
        "\r\nGET /tiles/completed/12/3285/1697.mvt HTTP/1.1\r\nHost: a\r\n",
        "\r\nmore"
      })
  void what_says_more_is_left_to_the_server(String line) {
    assertThat(read(LINE + HOST + line + "\r\n")).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /tiles/",
        "GET /tiles/a HTTP/1.1\r\n",
        "GET /tiles/a HTTP/1.1\r\nHost: a\r\n",
        "GET /tiles/a HTTP/1.1\r\n\r\n",
        "GET /tiles/a HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET /tiles/a HTTP/1.1\r\nHost: a/b@c\r\n\r\n",
        "GET /tiles/a HTTP/1.0\r\nHost: a\r\n\r\n",
        "POST /tiles/a HTTP/1.1\r\nHost: a\r\n\r\n",
        "HEAD /tiles/a HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /api/me HTTP/1.1\r\nHost: a\r\n\r\n",
        "\r\n\r\n"
      })
  void what_is_not_one_whole_request_for_a_tile_is_left_to_the_server(String text) {
    assertThat(read(text)).isNull();
  }

  @Test
  void a_path_is_a_tile_or_nothing() {
    assertThat(TilePath.of("/tiles/public/townships/9/1/2.mvt"))
        .isEqualTo(new TilePath(true, "townships", 9, 1, 2));
    for (String none :
        new String[] {
          "/tiles/a/9/1/2.mvt?asOf=2026-01-01",
          "/tiles/a/9/1/%32.mvt",
          "/tiles/a/9/1/2.mvt/",
          "/tiles/a/9/1/-2.mvt",
          "/tiles/a/100/1/2.mvt",
          "/tiles/a//9/1/2.mvt",
          "/tiles/a/9/1/2"
        }) assertThat(TilePath.of(none)).as(none).isNull();
  }

  /** Whatever comes, it is understood as something that stands there, or not at all. */
  @Test
  void noise_is_no_other_request() {
    Random random = new Random(7);
    byte[] whole = WHOLE.getBytes(StandardCharsets.ISO_8859_1);
    for (int n = 0; n < 20_000; n++) {
      byte[] bytes = whole.clone();
      for (int i = random.nextInt(4); i >= 0; i--)
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      int length = random.nextInt(8) == 0 ? random.nextInt(bytes.length) : bytes.length;
      RequestHead head = RequestHead.read(bytes, length);
      String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
      if (head == null) continue;
      assertThat(text).startsWith("GET " + head.path() + " HTTP/1.1\r\n").endsWith("\r\n\r\n");
      if (head.session() != null) assertThat(text).contains("WAYMARK=" + head.session());
    }
  }

  private static RequestHead read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return RequestHead.read(bytes, bytes.length);
  }
}
