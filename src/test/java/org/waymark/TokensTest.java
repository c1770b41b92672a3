package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pair of text and ground that the pages use holds the contrast of WCAG 2 AA, 4.5 to 1. */
class TokensTest {
  private static final Pattern TOKEN = Pattern.compile("--([\\w-]+):\\s*([^;]+);");
  private static final Map<String, String> TOKENS = read();

  static Stream<String> pairs() {
    Stream<String> plain =
        Stream.of(
            "text surface",
            "text-2 surface",
            "text-3 surface",
            "text-3 ground",
            "text-3 surface-2",
            "text select-tint",
            "text-3 select-tint",
            "text-2 line-soft",
            "text-on-ink ink",
            "select surface",
            "m-water-t m-land",
            "text-3 m-out",
            "select m-halo");
    Stream<String> lights =
        Stream.of("done", "ok", "warn", "pend", "lag", "late", "stale", "none")
            .flatMap(
                light ->
                    Stream.of(
                        light + "-t surface", light + "-t surface-2", "m-label " + light + "-m"));
    return Stream.concat(plain, lights);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void text_stands_out_from_its_ground(String pair) {
    String[] names = pair.split(" ");
    double a = luminance(names[0]);
    double b = luminance(names[1]);
    assertThat((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)).isGreaterThanOrEqualTo(4.5);
  }

  private static double luminance(String name) {
    String value = TOKENS.get(name);
    assertThat(value).as("--" + name).isNotNull();
    if (value.startsWith("var(--")) return luminance(value.substring(6, value.length() - 1));
    int rgb = Integer.parseInt(value.substring(1), 16);
    return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
  }

  private static double linear(int channel) {
    double c = (channel & 0xff) / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }

  private static Map<String, String> read() {
    try {
      Matcher tokens = TOKEN.matcher(Files.readString(Path.of("web/styles/tokens.css")));
      Map<String, String> values = new HashMap<>();
      while (tokens.find()) values.putIfAbsent(tokens.group(1), tokens.group(2).trim());
      return values;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
