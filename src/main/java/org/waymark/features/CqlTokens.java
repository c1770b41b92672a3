package org.waymark.features;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a CQL2 text, one after the other. */
final class CqlTokens {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern SIGN = Pattern.compile("<>|<=|>=|[=<>(),]");

  enum Kind {
    NUMBER,
    NAME,
    TEXT,
    SIGN,
    END
  }

  private final String input;
  private Kind kind;
  private String value;
  private boolean quoted;
  private int start;
  private int end;

  CqlTokens(String input) {
    this.input = input;
    next();
  }

  Kind kind() {
    return kind;
  }

  /** Of a text or a quoted name without its quotes. */
  String value() {
    return value;
  }

  /** Position in the filter, from 1. */
  String where() {
    return String.valueOf(start + 1);
  }

  boolean isWord(String word) {
    return kind == Kind.NAME && !quoted && value.equalsIgnoreCase(word);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && value.equals(sign);
  }

  /** Goes on where the word is this one. */
  boolean takeWord(String word) {
    boolean here = isWord(word);
    if (here) next();
    return here;
  }

  boolean takeSign(String sign) {
    boolean here = isSign(sign);
    if (here) next();
    return here;
  }

  void needWord(String word) {
    if (!takeWord(word)) throw unexpected();
  }

  void needSign(String sign) {
    if (!takeSign(sign)) throw unexpected();
  }

  String needName() {
    if (kind != Kind.NAME) throw unexpected();
    String name = value;
    next();
    return name;
  }

  /** Upper case where it is a word of the language; else as it is. */
  String upper() {
    return quoted ? value : value.toUpperCase(Locale.ROOT);
  }

  /** The text from the word at hand to the end of its brackets. */
  String takeBrackets() {
    int depth = 0;
    for (int i = start; i < input.length(); i++) {
      char c = input.charAt(i);
      if (c == '(') depth++;
      if (c == ')' && --depth == 0) {
        String text = input.substring(start, i + 1);
        end = i + 1;
        next();
        return text;
      }
    }
    throw unexpected();
  }

  BadFilter unexpected() {
    return new BadFilter(where(), kind == Kind.END ? "…" : input.substring(start));
  }

  void next() {
    start = end;
    while (start < input.length() && Character.isWhitespace(input.charAt(start))) start++;
    quoted = false;
    if (start == input.length()) set(Kind.END, "", start);
    else if (input.charAt(start) == '\'') text();
    else if (input.charAt(start) == '"') name();
    else if (!(take(NUMBER, Kind.NUMBER) || take(NAME, Kind.NAME) || take(SIGN, Kind.SIGN)))
      throw new BadFilter(where(), input.substring(start));
  }

  private boolean take(Pattern pattern, Kind found) {
    Matcher matcher = pattern.matcher(input).region(start, input.length());
    if (!matcher.lookingAt()) return false;
    set(found, matcher.group(), matcher.end());
    return true;
  }

  /** A quote inside is written twice, or after a backslash. */
  private void text() {
    StringBuilder text = new StringBuilder();
    for (int i = start + 1; i < input.length(); i++) {
      char c = input.charAt(i);
      boolean quoteNext = i + 1 < input.length() && input.charAt(i + 1) == '\'';
      if ((c == '\'' || c == '\\') && quoteNext) {
        text.append('\'');
        i++;
      } else if (c == '\'') {
        set(Kind.TEXT, text.toString(), i + 1);
        return;
      } else text.append(c);
    }
    throw new BadFilter(where(), input.substring(start));
  }

  private void name() {
    int close = input.indexOf('"', start + 1);
    if (close < 0) throw new BadFilter(where(), input.substring(start));
    quoted = true;
    set(Kind.NAME, input.substring(start + 1, close), close + 1);
  }

  private void set(Kind found, String text, int after) {
    kind = found;
    value = text;
    end = after;
  }
}
