package org.waymark.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a person has to look at before a draft is a plan. Each is asked once. */
final class NoticeQuestions {
  /**
   * @param project null = of the whole notice
   * @param about code of a row it is about, or ""
   * @param args what its words name: {@code text} is the sentence of the notice
   */
  record Question(Integer project, String code, String about, Map<String, String> args) {}

  private static final int MOST = 2_000;
  private final List<Question> asked = new ArrayList<>();

  void add(String code, String... args) {
    put(null, code, "", args);
  }

  void add(int project, String code, String... args) {
    put(project, code, "", args);
  }

  void about(int project, String about, String code, String... args) {
    put(project, code, about, args);
  }

  private void put(Integer project, String code, String about, String... keysAndValues) {
    Map<String, String> args = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2)
      args.put(keysAndValues[i], keysAndValues[i + 1]);
    Question question = new Question(project, code, about, args);
    if (asked.size() < MOST && !asked.contains(question)) asked.add(question);
  }

  List<Question> list() {
    return List.copyOf(asked);
  }
}
