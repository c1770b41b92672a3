package org.waymark.intake;

import java.util.HashSet;
import java.util.Set;

/** How much of a name another text holds, by pairs of neighbouring characters. */
final class NoticeLikeness {
  private NoticeLikeness() {}

  /** 0 to 1; 1 where every pair of the name is in the text. */
  static double of(String name, String text) {
    Set<String> wanted = pairs(name);
    if (wanted.isEmpty()) return 0;
    Set<String> there = pairs(text);
    return (double) wanted.stream().filter(there::contains).count() / wanted.size();
  }

  private static Set<String> pairs(String text) {
    String letters = text.replaceAll("[\\p{P}\\p{S}\\s]", "");
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 2 <= letters.length(); i++) pairs.add(letters.substring(i, i + 2));
    return pairs;
  }
}
