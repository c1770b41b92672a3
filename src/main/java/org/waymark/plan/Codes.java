package org.waymark.plan;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.waymark.plan.Indicator.Comparator;

/** How the plan's choices are written in its file and in JSON: {@code dailyAverage}, {@code >=}. */
public final class Codes {
  private Codes() {}

  public static String of(Enum<?> choice) {
    if (choice instanceof Comparator comparator) return sign(comparator);
    StringBuilder code = new StringBuilder();
    for (String part : choice.name().split("_"))
      code.append(code.isEmpty() ? part.charAt(0) : Character.toUpperCase(part.charAt(0)))
          .append(part.substring(1).toLowerCase());
    code.setCharAt(0, Character.toLowerCase(code.charAt(0)));
    return code.toString();
  }

  static <E extends Enum<E>> Optional<E> find(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants()).filter(e -> of(e).equals(code)).findFirst();
  }

  static <E extends Enum<E>> String all(Class<E> type) {
    return Arrays.stream(type.getEnumConstants()).map(Codes::of).collect(Collectors.joining(" | "));
  }

  private static String sign(Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> "=";
      case AT_LEAST -> ">=";
      case ABOUT -> "~";
      case ABOVE -> ">";
      case ASPIRATIONAL -> "aspirational";
    };
  }
}
