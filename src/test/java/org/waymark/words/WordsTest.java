package org.waymark.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.waymark.access.Role;
import org.waymark.problem.ProblemType;
import tools.jackson.databind.json.JsonMapper;

class WordsTest {
  private static final Map<String, String> ZH = read("zh");
  private static final Map<String, String> EN = read("en");

  @Test
  void both_languages_have_the_same_keys() {
    assertThat(EN.keySet()).isEqualTo(ZH.keySet());
  }

  @Test
  void both_languages_name_the_same_values() {
    Set<String> keys = new TreeSet<>(ZH.keySet());
    keys.remove("reason.day"); // a month is a number in Chinese, a name in English
    for (String key : keys) assertThat(places(EN.get(key))).as(key).isEqualTo(places(ZH.get(key)));
  }

  @Test
  void no_text_is_blank() {
    assertThat(ZH).doesNotContainValue("");
    assertThat(EN).doesNotContainValue("");
  }

  @Test
  void every_problem_has_words_and_its_status_a_title() {
    for (ProblemType type : ProblemType.values())
      assertThat(ZH).containsKeys("problem." + type.code(), "problem.title." + type.status());
  }

  @Test
  void every_problem_is_documented_with_its_status() throws IOException {
    String page = Files.readString(Path.of("docs", "problems.md"));
    for (ProblemType type : ProblemType.values())
      assertThat(page).contains("| `" + type.code() + "` | " + type.status() + " |");
  }

  @Test
  void every_role_has_a_name() {
    for (Role role : Role.values()) assertThat(ZH).containsKey("role." + role.code());
  }

  @Test
  void every_fault_that_the_server_names_has_words() throws IOException {
    Set<String> used =
        found(
            "src/main/java", ".java", Pattern.compile("Fault\\(\\s*[^,;]+,\\s*\"([a-z][a-z-]+)\""));
    assertThat(used).isNotEmpty();
    for (String key : used) assertThat(ZH).containsKey("fault." + key);
  }

  @Test
  void every_key_that_a_page_names_has_words() throws IOException {
    Set<String> used = found("web", ".js", Pattern.compile("\\bt\\('([a-zA-Z0-9.-]+)'[,)]"));
    used.addAll(found("web", ".html", Pattern.compile("data-t=\"([a-zA-Z0-9.-]+)\"")));
    assertThat(used).isNotEmpty();
    assertThat(ZH.keySet()).containsAll(used);
  }

  @Test
  void chinese_comes_unless_english_is_asked_for() {
    Words words = new Words();
    assertThat(words.text(Locale.ENGLISH, "problem.not-signed-in", Map.of())).startsWith("Sign in");
    for (Locale other : new Locale[] {Locale.CHINA, Locale.FRENCH, Locale.ROOT})
      assertThat(words.text(other, "problem.not-signed-in", Map.of())).isEqualTo("请先登录");
  }

  @Test
  void a_missing_key_comes_back_as_itself() {
    assertThat(new Words().text(Locale.CHINA, "no.such-key", Map.of())).isEqualTo("no.such-key");
  }

  private static Set<String> places(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{(\\w+)}").matcher(text);
    while (matcher.find()) names.add(matcher.group(1));
    return names;
  }

  private static Set<String> found(String folder, String ending, Pattern pattern)
      throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      for (Path file : files.filter(f -> f.toString().endsWith(ending)).toList()) {
        Matcher matcher = pattern.matcher(Files.readString(file));
        while (matcher.find()) found.add(matcher.group(1));
      }
    }
    return found;
  }

  private static Map<String, String> read(String language) {
    try {
      Map<String, String> texts = new TreeMap<>();
      new JsonMapper()
          .readTree(Files.readString(Path.of("web", "i18n", language + ".json")))
          .properties()
          .forEach(e -> texts.put(e.getKey(), e.getValue().asString()));
      return texts;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
