package org.waymark.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.waymark.Visitor;
import tools.jackson.databind.JsonNode;

/** Somebody who reads collections as the standard tells, by the links alone. */
final class OgcReader {
  private final Visitor visitor;

  OgcReader(Visitor visitor) {
    this.visitor = visitor;
  }

  static String items(String collection, Map<String, String> parameters) {
    return "/ogc/collections/"
        + collection
        + "/items?"
        + parameters.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
  }

  JsonNode page(String collection, Map<String, String> parameters) {
    return json(items(collection, parameters));
  }

  JsonNode json(String address) {
    HttpResponse<String> answer = visitor.get(address);
    assertThat(answer.statusCode()).as(address + " " + answer.body()).isEqualTo(200);
    return Visitor.json(answer);
  }

  int status(String address) {
    return visitor.get(address).statusCode();
  }

  /** Ids of every page, as the next links lead; {@code between} is called after each page. */
  List<String> follow(
      String collection, Map<String, String> parameters, Consumer<JsonNode> between) {
    List<String> ids = new ArrayList<>();
    String address = items(collection, parameters);
    while (address != null) {
      JsonNode page = json(address);
      assertThat(page.get("numberReturned").asInt()).isEqualTo(page.get("features").size());
      page.get("features").forEach(f -> ids.add(f.get("id").asString()));
      between.accept(page);
      address = link(page, "next");
    }
    return ids;
  }

  List<String> ids(String collection, Map<String, String> parameters) {
    return follow(collection, parameters, page -> {});
  }

  /** Path and query of a link; null where there is none. */
  static String link(JsonNode document, String rel) {
    for (JsonNode link : document.get("links"))
      if (link.get("rel").asString().equals(rel)) {
        URI address = URI.create(link.get("href").asString());
        return address.getRawPath()
            + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
      }
    return null;
  }
}
