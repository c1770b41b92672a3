package org.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code ./run aot} writes the beans down once for every later start, whatever its settings. */
class ConditionsTest {
  private static final Pattern BY_SETTING =
      Pattern.compile("@Profile|@ConditionalOn(?!WebApplication)|@Conditional\\(");

  @Test
  void no_setting_decides_which_beans_there_are() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      List<Path> deciding = files.filter(Files::isRegularFile).filter(this::decides).toList();
      assertThat(deciding).as("beans that look at their setting themselves are fine").isEmpty();
    }
  }

  private boolean decides(Path file) {
    try {
      return BY_SETTING.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
