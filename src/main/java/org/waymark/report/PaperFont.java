package org.waymark.report;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/**
 * The Chinese font that PDFs embed, found when one is written. TrueType outlines only: what Debian
 * ships as OpenType (Noto CJK) cannot be cut down to the signs used.
 */
@Component
class PaperFont {
  private static final List<String> PLACES =
      List.of(
          "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
          "/usr/share/fonts/wqy-microhei/wqy-microhei.ttc",
          "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc");
  private final List<String> places;

  PaperFont(@Value("${waymark.papers.font}") String configured) {
    this.places = configured.isBlank() ? PLACES : List.of(configured);
  }

  /**
   * @throws Problem FONT_MISSING
   */
  PDFont load(PDDocument document) {
    File file =
        places.stream()
            .map(File::new)
            .filter(File::canRead)
            .findFirst()
            .orElseThrow(
                () -> new Problem(ProblemType.FONT_MISSING, Map.of("font", places.get(0))));
    try {
      if (!file.getName().endsWith(".ttc"))
        return PDType0Font.load(
            document, new TTFParser().parse(new RandomAccessReadBufferedFile(file)), true);
      // closed with the document, which reads the signs only when it is saved
      TrueTypeCollection collection = new TrueTypeCollection(file);
      TrueTypeFont[] first = new TrueTypeFont[1];
      collection.processAllFonts(font -> first[0] = first[0] == null ? font : first[0]);
      return PDType0Font.load(document, first[0], true);
    } catch (IOException e) {
      throw new Problem(ProblemType.FONT_MISSING, Map.of("font", file.getPath()));
    }
  }
}
