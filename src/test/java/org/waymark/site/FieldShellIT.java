package org.waymark.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.waymark.Visitor;
import org.waymark.WaymarkIT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of files that a phone keeps is what the page really needs, and open to all. */
@WaymarkIT
class FieldShellIT {
  @LocalServerPort int port;

  @Test
  void the_page_has_one_address_and_needs_no_sign_in() {
    HttpResponse<String> folder = Visitor.anonymous(port).get("/field");
    assertThat(folder.statusCode()).isEqualTo(302);
    assertThat(folder.headers().firstValue("Location")).hasValue("/field/");
    HttpResponse<String> page = Visitor.anonymous(port).get("/field/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(page.body()).doesNotContainPattern("<script(?![^>]*(src=|importmap))");
    assertThat(Visitor.anonymous(port).get("/field/manifest.webmanifest").statusCode())
        .isEqualTo(200);
  }

  @Test
  void every_file_of_the_list_is_served_with_the_hash_that_the_list_says() throws Exception {
    for (Map.Entry<String, String> file : files().entrySet()) {
      HttpResponse<String> answer = Visitor.anonymous(port).get(file.getKey());
      assertThat(answer.statusCode()).as(file.getKey()).isEqualTo(200);
      if (file.getKey().endsWith(".png")) continue;
      byte[] digest =
          java.security.MessageDigest.getInstance("SHA-256")
              .digest(answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(HexFormat.of().formatHex(digest)).as(file.getKey()).startsWith(file.getValue());
    }
  }

  @Test
  void the_list_holds_what_the_page_names_and_nothing_of_other_pages() {
    Set<String> files = files().keySet();
    assertThat(files)
        .contains(
            "/field/",
            "/field/main.js",
            "/field/sender.js",
            "/field/icon-192.png",
            "/shared/measure.js",
            "/styles/field.css",
            "/i18n/zh.json",
            "/i18n/en.json",
            "/webjars/leaflet/1.9.4/dist/leaflet-src.esm.js");
    assertThat(files).noneMatch(f -> f.startsWith("/planner/") || f.startsWith("/api/"));
    assertThat(files).doesNotContain("/field/service-worker.js");
  }

  @Test
  void the_page_names_every_module_at_once_after_the_import_map() {
    String page = Visitor.anonymous(port).get("/field/").body();
    for (String file : files().keySet())
      if (file.endsWith(".js"))
        assertThat(page).contains("<link rel=\"modulepreload\" href=\"" + file + "\">");
    assertThat(page.indexOf("modulepreload")).isGreaterThan(page.indexOf("importmap"));
    assertThat(page).doesNotContain("modulepreload\" href=\"/field/service-worker.js");
  }

  @Test
  void the_worker_is_asked_for_anew() {
    HttpResponse<String> worker = worker();
    assertThat(worker.headers().firstValue("Cache-Control").orElseThrow()).contains("no-cache");
    assertThat(worker.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/javascript");
    assertThat(worker.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  private HttpResponse<String> worker() {
    return Visitor.anonymous(port).get("/field/service-worker.js");
  }

  /** Address → hash. */
  private Map<String, String> files() {
    String first = worker().body().lines().findFirst().orElseThrow();
    JsonNode build =
        new JsonMapper().readTree(first.substring("const BUILD = ".length(), first.length() - 1));
    Map<String, String> files = new LinkedHashMap<>();
    for (JsonNode file : build.get("files"))
      files.put(file.get(0).asString(), file.get(1).asString());
    return files;
  }
}
