package org.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waymark.progress.GateStatus;
import org.waymark.progress.Light;
import org.waymark.words.Words;

class PaperTextTest {
  @Test
  void lights_and_gates_have_the_words_of_the_pages() {
    Words words = new Words();
    for (Light light : Light.values())
      assertThat(PaperText.word(light))
          .isEqualTo(words.text(Locale.CHINESE, "light." + light.code(), Map.of()));
    for (GateStatus status : GateStatus.values())
      assertThat(PaperText.gate(status.code()))
          .isEqualTo(words.text(Locale.CHINESE, "gate." + status.code(), Map.of()));
    for (String cause : new String[] {"construction", "verification"})
      assertThat(PaperText.cause(cause))
          .isEqualTo(words.text(Locale.CHINESE, "cause." + cause, Map.of()));
  }

  @Test
  void what_is_missing_is_said_and_never_zero() {
    assertThat(PaperText.quantity(null, "km")).isEqualTo("未报");
    assertThat(PaperText.percent(null)).isEqualTo("—");
    assertThat(PaperText.gap(new BigDecimal("55.13"), new BigDecimal("83.48"))).isEqualTo("−28.4");
    assertThat(PaperText.gap(BigDecimal.TEN, null)).isEqualTo("—");
    assertThat(PaperText.quantity(new BigDecimal("16.540"), "km")).isEqualTo("16.54km");
    assertThat(PaperText.percent(new BigDecimal("100.00"))).isEqualTo("100%");
  }
}
