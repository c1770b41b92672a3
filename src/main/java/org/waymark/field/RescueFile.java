package org.waymark.field;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.waymark.access.Caller;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a rescue file as it comes, one photo in memory at a time: {@code {format, version, account,
 * device, exportedAt, reports: [{id, body, photos: [{sha256, base64}]}]}}.
 */
final class RescueFile {
  static final String FORMAT = "waymark-rescue";
  static final int VERSION = 1;
  private final RescuedItems items;
  private final Caller by;
  private final PlanKey key;
  private final JsonMapper mapper;
  private final List<RescuedItems.Result> results = new ArrayList<>();
  private String format;
  private int version;
  private String account;
  private String device;
  private String exportedAt;
  private RescuedItems.Author author;

  RescueFile(RescuedItems items, Caller by, PlanKey key, JsonMapper mapper) {
    this.items = items;
    this.by = by;
    this.key = key;
    this.mapper = mapper;
  }

  /**
   * @throws Problem FAULTY_FIELDS where it is no rescue file or names no account before its
   *     reports; nothing is stored then
   */
  RescueController.Rescued read(InputStream in) {
    boolean complete = true;
    try (JsonParser json = mapper.createParser(in)) {
      if (json.nextToken() != JsonToken.START_OBJECT) throw faulty("/format", "rescue-format", "–");
      while (json.nextToken() == JsonToken.PROPERTY_NAME) field(json);
      complete = json.currentToken() == JsonToken.END_OBJECT;
    } catch (JacksonException broken) {
      complete = false;
    }
    if (author == null) begin();
    items.conclude(author, results);
    return new RescueController.Rescued(account, device, results, complete);
  }

  private void field(JsonParser json) {
    String name = json.currentName();
    JsonToken value = json.nextToken();
    switch (name) {
      case "format" -> format = json.getValueAsString("");
      case "version" -> version = json.getValueAsInt(0);
      case "account" -> account = name(json);
      case "device" -> device = name(json);
      case "exportedAt" -> exportedAt = brief(json.getValueAsString(""));
      case "reports" -> {
        begin();
        if (value != JsonToken.START_ARRAY) throw faulty("/reports", "not-list", value.toString());
        while (json.nextToken() == JsonToken.START_OBJECT) results.add(report(json));
      }
      default -> json.skipChildren();
    }
  }

  /** A text, or what an object calls its name. */
  private String name(JsonParser json) {
    if (json.currentToken() != JsonToken.START_OBJECT) return brief(json.getValueAsString(""));
    JsonNode node = json.readValueAsTree();
    return brief(node.path("username").asString(node.path("name").asString("")));
  }

  private void begin() {
    if (!FORMAT.equals(format)) throw faulty("/format", "rescue-format", format);
    if (version != VERSION) throw faulty("/version", "rescue-version", version);
    if (account == null || account.isBlank()) throw faulty("/account", "missing", "");
    author = items.begin(by, key, account, device, exportedAt);
  }

  private RescuedItems.Result report(JsonParser json) {
    UUID id = null;
    JsonNode body = null;
    List<RescuedItems.PhotoResult> photos = new ArrayList<>();
    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (name.equals("id")) id = uuid(json.getValueAsString(""));
      else if (name.equals("body")) body = json.readValueAsTree();
      else if (name.equals("photos") && value == JsonToken.START_ARRAY)
        while (json.nextToken() == JsonToken.START_OBJECT) {
          JsonNode photo = json.readValueAsTree();
          photos.add(
              items.photo(
                  author, photo.path("sha256").asString(""), photo.path("base64").asString("")));
        }
      else json.skipChildren();
    }
    return items.report(author, id, body, photos);
  }

  private static UUID uuid(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? UUID.fromString(text)
        : null;
  }

  private static String brief(String text) {
    return text.length() > 100 ? text.substring(0, 100) : text;
  }

  private static Problem faulty(String pointer, String key, Object value) {
    return new Problem(
        ProblemType.FAULTY_FIELDS,
        Map.of("count", 1),
        List.of(new Fault(pointer, key, Map.of("value", String.valueOf(value)))));
  }
}
