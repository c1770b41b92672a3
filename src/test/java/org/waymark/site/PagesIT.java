package org.waymark.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import org.waymark.access.Accounts;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;

@WaymarkIT
class PagesIT {
  private static final String PASSWORD = "correct horse battery";
  private static int number;
  @LocalServerPort int port;
  @Autowired Accounts accounts;
  Visitor administrator;

  @BeforeEach
  void anAdministrator() {
    String name = "pages" + ++number;
    accounts.create(new NewAccount(name, "管理员", Role.ADMINISTRATOR, null, null, null), PASSWORD);
    administrator = Visitor.program(port, name, PASSWORD);
  }

  @Test
  void pages_are_asked_for_anew_and_cheap_when_unchanged() {
    for (String page : List.of("/", "/review", "/accounts", "/sign-in")) {
      HttpResponse<String> answer = administrator.get(page);
      assertThat(answer.statusCode()).as(page).isEqualTo(200);
      assertThat(header(answer, "Content-Type")).startsWith("text/html");
      assertThat(header(answer, "Cache-Control")).contains("no-cache", "private");
      Map<String, String> again = Map.of("If-None-Match", header(answer, "ETag"));
      assertThat(administrator.send("GET", page, null, again).statusCode()).isEqualTo(304);
    }
  }

  @Test
  void our_own_files_are_asked_for_anew_by_their_content() {
    HttpResponse<String> answer = administrator.get("/styles/tokens.css");
    assertThat(header(answer, "Cache-Control")).contains("no-cache");
    Map<String, String> again = Map.of("If-None-Match", header(answer, "ETag"));
    assertThat(administrator.send("GET", "/styles/tokens.css", null, again).statusCode())
        .isEqualTo(304);
  }

  @Test
  void what_a_page_names_carries_its_content_in_the_address_and_stays() {
    for (String page : List.of("/", "/desk", "/papers", "/board/", "/sign-in", "/p/")) {
      HttpResponse<String> answer = administrator.get(page);
      List<String> named =
          Pattern.compile("(?:href|src)=\"(/[^\"]+[.](?:js|css)[^\"]*)\"")
              .matcher(answer.body())
              .results()
              .map(m -> m.group(1))
              .toList();
      assertThat(named)
          .as(page)
          .hasSizeGreaterThan(4)
          .allMatch(n -> n.matches(".*([?]v=|/webjars/).*"));
      assertThat(header(administrator.get(named.get(1)), "Cache-Control")).contains("immutable");
      String map =
          answer.body().replaceFirst("(?s).*<script type=\"importmap\">(.*?)</script>.*", "$1");
      assertThat(header(answer, "Content-Security-Policy")).as(page).contains(sha256(map));
    }
  }

  @Test
  void another_version_than_ours_is_answered_with_ours_and_not_kept() {
    HttpResponse<String> answer = administrator.get("/shared/dom.js?v=000000000000");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Cache-Control")).contains("no-cache");
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void webjars_carry_their_version_and_stay() {
    HttpResponse<String> answer =
        Visitor.anonymous(port).get("/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Cache-Control")).contains("max-age=31536000", "immutable");
    assertThat(administrator.get("/webjars/leaflet/dist/leaflet-src.esm.js").statusCode())
        .isEqualTo(404);
  }

  @Test
  void the_import_map_of_a_page_is_allowed_by_its_hash() {
    HttpResponse<String> page = administrator.get("/");
    assertThat(page.body()).contains("<script type=\"importmap\">");
    assertThat(header(page, "Content-Security-Policy")).contains("'sha256-");
  }

  @Test
  void no_page_runs_anything_inline() {
    for (String page : List.of("/", "/review", "/accounts", "/sign-in")) {
      String html = administrator.get(page).body();
      assertThat(html).as(page).doesNotContainPattern("<script(?![^>]*(src=|importmap))");
      assertThat(html)
          .as(page)
          .doesNotContainPattern(" on[a-z]+=\"")
          .doesNotContain("<style", " style=");
    }
  }

  @Test
  void a_browser_finds_an_icon() {
    assertThat(Visitor.anonymous(port).get("/favicon.svg").statusCode()).isEqualTo(200);
    assertThat(Visitor.anonymous(port).get("/favicon.ico").statusCode()).isIn(200, 302);
  }

  @Test
  void nothing_outside_the_folders_is_served() {
    for (String path :
        List.of(
            "/application.yaml",
            "/../application.yaml",
            "/db/migration/V1__foundation.sql",
            "/org/waymark/WaymarkApplication.class"))
      assertThat(administrator.get(path).statusCode()).as(path).isIn(400, 404);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
