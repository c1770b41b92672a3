package org.waymark.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** How wide text is, where it breaks, and which signs the font has. */
final class PdfType {
  /** These never begin a line. */
  private static final String CLOSING = "，。；：、）%";

  private final PDFont font;
  private final Map<Integer, Boolean> known = new HashMap<>();

  PdfType(PDFont font) {
    this.font = font;
  }

  PDFont font() {
    return font;
  }

  /** In mm. */
  double width(String text, double size) {
    try {
      return font.getStringWidth(shown(text)) / 1000 * size / PdfPaper.PT;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lines that fit into {@code room} mm; Chinese breaks anywhere but before a closing sign. */
  List<String> wrapped(String text, double size, double room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int cp : text.codePoints().toArray()) {
      String longer = line.toString() + Character.toString(cp);
      if (!line.isEmpty() && CLOSING.indexOf(cp) < 0 && width(longer, size) > room) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.appendCodePoint(cp);
    }
    if (!line.isEmpty()) lines.add(line.toString());
    return lines;
  }

  /** A sign that the font has not got is shown as a box. */
  String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .forEach(cp -> shown.appendCodePoint(known.computeIfAbsent(cp, this::has) ? cp : '□'));
    return shown.toString();
  }

  private boolean has(int codePoint) {
    try {
      font.encode(Character.toString(codePoint));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
