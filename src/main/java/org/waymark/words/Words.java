package org.waymark.words;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chinese unless the reader asks for English first. Templates name their values in braces: {@code
 * 还差 {short}}.
 */
@Component
public class Words {
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private final Map<String, Map<String, String>> languages =
      Map.of("zh", read("zh"), "en", read("en"));

  /** In the language of the request at hand. */
  public String text(String key, Map<String, ?> args) {
    return text(LocaleContextHolder.getLocale(), key, args);
  }

  /** A key without words comes back as itself, so that it is seen. */
  public String text(Locale locale, String key, Map<String, ?> args) {
    String template =
        languages.get("en".equals(locale.getLanguage()) ? "en" : "zh").getOrDefault(key, key);
    return PLACE
        .matcher(template)
        .replaceAll(
            m ->
                Matcher.quoteReplacement(
                    args.containsKey(m.group(1))
                        ? String.valueOf(args.get(m.group(1)))
                        : m.group()));
  }

  private static Map<String, String> read(String language) {
    try (InputStream in = Words.class.getResourceAsStream("/static/i18n/" + language + ".json")) {
      Map<String, String> texts = new TreeMap<>();
      new JsonMapper()
          .readTree(in)
          .properties()
          .forEach(e -> texts.put(e.getKey(), e.getValue().asString()));
      return texts;
    } catch (IOException e) {
      throw new IllegalStateException("cannot read i18n/" + language + ".json", e);
    }
  }
}
