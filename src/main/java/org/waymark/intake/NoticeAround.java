package org.waymark.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words around a number. */
final class NoticeAround {
  private static final String SENTENCE_ENDS = "。；;\n！";
  private static final String CLAUSE_ENDS = SENTENCE_ENDS + "，,：:";
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern AGE_OR_DAY = Pattern.compile("^[0-9]+(至[0-9]+)?(周岁|岁|年|月|日)");
  private final String text;
  private final int start;
  private final int end;
  private final int from;

  /**
   * @param previousEnd of the figure before, 0 for none
   */
  NoticeAround(String text, int start, int end, int previousEnd) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.from = Math.max(clauseStart(), previousEnd > start ? 0 : previousEnd);
  }

  int clauseStart() {
    return back(CLAUSE_ENDS);
  }

  private int back(String ends) {
    int at = start;
    int depth = 0;
    while (at > 0) {
      char c = text.charAt(at - 1);
      if (c == '”' || c == '）') depth++;
      if (c == '“' || c == '（') depth = Math.max(0, depth - 1);
      if (depth == 0 && ends.indexOf(c) >= 0) break;
      at--;
    }
    return at;
  }

  private int forth(String ends) {
    int at = end;
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '“' || c == '（') depth++;
      if (c == '”' || c == '）') depth = Math.max(0, depth - 1);
      if (depth == 0 && ends.indexOf(c) >= 0) break;
      at++;
    }
    return at;
  }

  /** From the figure before, or the start of the clause. */
  String before() {
    return text.substring(Math.min(from, start), start);
  }

  /** From the start of the clause. */
  String lead() {
    return text.substring(clauseStart(), start);
  }

  String clause() {
    return text.substring(clauseStart(), forth(CLAUSE_ENDS));
  }

  String sentence() {
    return text.substring(back(SENTENCE_ENDS), forth(SENTENCE_ENDS)).strip();
  }

  /** What follows the number, else what leads to it. */
  String name(boolean ofPersons) {
    String after = untilNext(text.substring(end, forth(CLAUSE_ENDS)));
    String name = NoticeNames.after(after, ofPersons);
    String before = before().replaceFirst("^(宽|高|长|深|厚)", "");
    return name.isEmpty() ? NoticeNames.before(before) : name;
  }

  /** Up to the next number that is no age; the enumeration that leads to it stays out. */
  private static String untilNext(String after) {
    Matcher digits = DIGITS.matcher(after);
    while (digits.find()) {
      if (AGE_OR_DAY.matcher(after.substring(digits.start())).find()) continue;
      String words = after.substring(0, digits.start());
      int comma = words.lastIndexOf('、');
      boolean goesOn = comma < 0 || NoticeNames.acts(words.substring(comma));
      return goesOn ? words : words.substring(0, comma);
    }
    return after;
  }
}
