package org.waymark.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The townships before a task: 甲镇和乙街道完成…的100%, 其余乡镇街道完成…的45%.
 *
 * @param townships codes, empty = everywhere not named
 * @param subject what is left
 */
record NoticePlaces(List<String> townships, String subject) {
  private static final Pattern DEED = Pattern.compile("完成|实现");
  private static final Pattern REST = Pattern.compile("(其余|其他|剩余)各?[乡镇街道、和]{1,8}");
  private static final Pattern PLACE = Pattern.compile("[乡镇]|街道");

  /** Empty where places stand before it that this district does not have. */
  static Optional<NoticePlaces> read(String words, Function<String, Optional<String>> townships) {
    Matcher deed = DEED.matcher(words);
    if (!deed.find()) return whole(words);
    String head = words.substring(0, deed.start());
    String subject = words.substring(deed.end());
    if (REST.matcher(head).matches()) return Optional.of(new NoticePlaces(List.of(), subject));
    List<String> codes = new ArrayList<>();
    for (String piece : head.split("(?<=街道|镇|乡)")) {
      Optional<String> code = townships.apply(piece);
      if (code.isEmpty()) code = townships.apply(piece.replaceFirst("^[、和及与]", ""));
      if (code.isEmpty()) return whole(words);
      codes.add(code.get());
    }
    return Optional.of(new NoticePlaces(codes, subject));
  }

  /** Of the whole district, unless it begins with a place. */
  private static Optional<NoticePlaces> whole(String words) {
    Matcher deed = DEED.matcher(words);
    String head = deed.find() ? words.substring(0, deed.start()) : "";
    return PLACE.matcher(head).find()
        ? Optional.empty()
        : Optional.of(new NoticePlaces(List.of(), words));
  }
}
