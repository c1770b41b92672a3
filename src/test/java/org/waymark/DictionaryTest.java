package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dictionary and the pages use one word for one thing. */
class DictionaryTest {
  @Test
  void holds_every_light_and_role_with_the_label_the_pages_show() throws IOException {
    String dictionary = Files.readString(Path.of("docs", "dictionary.md"));
    try (InputStream in = DictionaryTest.class.getResourceAsStream("/static/i18n/zh.json")) {
      JsonNode words = new JsonMapper().readTree(in);
      for (String key : words.propertyNames())
        if (key.matches("(light|role)\\.[a-zA-Z]+"))
          assertThat(dictionary)
              .as(key)
              .contains(
                  "`" + key.substring(key.indexOf('.') + 1) + "` " + words.get(key).asString());
    }
  }
}
