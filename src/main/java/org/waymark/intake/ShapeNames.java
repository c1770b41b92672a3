package org.waymark.intake;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Column names and texts as a Shapefile holds them: ten and 254 bytes, cut between characters. */
final class ShapeNames {
  private static final int LONGEST_NAME = 10;
  private static final int LONGEST_TEXT = 254;
  private final Charset charset;
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  ShapeNames(Charset charset) {
    this.charset = charset;
  }

  /** The same name for the same column; different names for different columns. */
  String of(String column) {
    return names.computeIfAbsent(
        column,
        c -> {
          String name = cut(c, LONGEST_NAME);
          for (int i = 2; !taken.add(name.toLowerCase(java.util.Locale.ROOT)); i++)
            name = cut(c, LONGEST_NAME - 1 - String.valueOf(i).length()) + "_" + i;
          return name;
        });
  }

  /** GBK has no ² but a sign for the square metre, which is read again as m². */
  String text(String value) {
    boolean square = charset.newEncoder().canEncode('²');
    return cut(square ? value : value.replace("m²", "㎡"), LONGEST_TEXT);
  }

  private String cut(String text, int bytes) {
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int at = 0; at < text.length(); ) {
      String character = new String(Character.toChars(text.codePointAt(at)));
      used += character.getBytes(charset).length;
      if (used > bytes) break;
      kept.append(character);
      at += character.length();
    }
    return kept.toString();
  }
}
