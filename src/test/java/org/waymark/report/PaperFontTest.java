package org.waymark.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.waymark.problem.Problem;

class PaperFontTest {
  @Test
  void a_missing_font_is_named() {
    PaperFont font = new PaperFont("/nowhere/none.ttc");
    assertThatThrownBy(() -> font.load(new PDDocument()))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("font-missing")
        .hasMessageContaining("/nowhere/none.ttc");
  }
}
