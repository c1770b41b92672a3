package org.waymark.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STDocGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/**
 * A Word document by the conventions of GB/T 9704: A4, margins 37/35/28/26 mm, 22 lines of 28
 * signs, 仿宋 16 pt, headings 黑体 and 楷体, title 小标宋 22 pt, page numbers — n —. Fonts are named, not
 * embedded; {@link FontTable} says what stands in for them.
 */
final class OfficialDocument {
  static final String SONG = "方正小标宋简体";
  static final String FANG = "仿宋_GB2312";
  static final String HEI = "黑体";
  static final String KAI = "楷体_GB2312";
  private static final double MM = 56.6929;
  private static final long LINE = 579; // 28.95 pt
  private final XWPFDocument document = new XWPFDocument();

  /**
   * @param day of the figures: stands for the time of making, so that the bytes are always the same
   */
  OfficialDocument(String title, String subject, LocalDate day) {
    var core = document.getProperties().getCoreProperties();
    core.setTitle(title);
    core.setSubjectProperty(subject);
    core.setCreator("Waymark");
    Optional<Date> made = Optional.of(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    core.setCreated(made);
    core.setModified(made);
    FontTable.add(document);
    page();
    footer();
  }

  /** Centred, 22 pt. */
  void title(String text) {
    XWPFParagraph p = paragraph(700, 0);
    p.setAlignment(ParagraphAlignment.CENTER);
    run(p, text, SONG, 22);
  }

  /** Centred below the title. */
  void underTitle(String text) {
    XWPFParagraph p = paragraph(LINE, 0);
    p.setAlignment(ParagraphAlignment.CENTER);
    run(p, text, KAI, 16);
  }

  void gap() {
    paragraph(LINE, 0);
  }

  void heading(String text) {
    XWPFParagraph p = paragraph(LINE, 2);
    p.setKeepNext(true);
    run(p, text, HEI, 16);
  }

  void subheading(String text) {
    XWPFParagraph p = paragraph(LINE, 2);
    p.setKeepNext(true);
    run(p, text, KAI, 16);
  }

  void text(String text) {
    run(paragraph(LINE, 2), text, FANG, 16);
  }

  /** Text with a coloured word in front. */
  void text(String colored, String color, String text) {
    XWPFParagraph p = paragraph(LINE, 2);
    XWPFRun first = run(p, colored, HEI, 16);
    first.setColor(color);
    run(p, text, FANG, 16);
  }

  /** To whom a letter goes: at the left edge. */
  void addressee(String text) {
    run(paragraph(LINE, 0), text, FANG, 16);
  }

  /** Who signs, and when: at the right, four signs in. */
  void signature(String who, String day) {
    gap();
    for (String line : List.of(who, day)) {
      XWPFParagraph p = paragraph(LINE, 0);
      p.setAlignment(ParagraphAlignment.RIGHT);
      p.setIndentationRight(4 * 320);
      p.setKeepNext(line == who);
      run(p, line, FANG, 16);
    }
  }

  /** Small print: what the figures are bound to, and the rule of the lights. */
  void note(String text) {
    XWPFParagraph p = document.createParagraph();
    spacing(p, 360);
    run(p, text, FANG, 10.5);
  }

  /** An annex begins on a page of its own. */
  void annex(String mark, String title) {
    XWPFParagraph p = paragraph(LINE, 0);
    p.setPageBreak(true);
    run(p, mark, HEI, 16);
    XWPFParagraph t = paragraph(LINE, 0);
    t.setAlignment(ParagraphAlignment.CENTER);
    run(t, title, SONG, 18);
  }

  XWPFDocument body() {
    return document;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (document) {
      document.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FixedZip.of(out.toByteArray());
  }

  static XWPFRun run(XWPFParagraph p, String text, String font, double size) {
    XWPFRun run = p.createRun();
    run.setText(text);
    CTRPr properties = run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
    CTFonts fonts = properties.addNewRFonts();
    fonts.setEastAsia(font);
    fonts.setAscii("Times New Roman");
    fonts.setHAnsi("Times New Roman");
    fonts.setHint(org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint.EAST_ASIA);
    run.setFontSize(size);
    return run;
  }

  /**
   * @param line exact, twentieths of a point
   * @param indent of the first line, in signs
   */
  private XWPFParagraph paragraph(long line, int indent) {
    XWPFParagraph p = document.createParagraph();
    spacing(p, line);
    if (indent > 0) {
      CTInd ind =
          p.getCTP().getPPr().isSetInd()
              ? p.getCTP().getPPr().getInd()
              : p.getCTP().getPPr().addNewInd();
      ind.setFirstLineChars(BigInteger.valueOf(indent * 100L));
      ind.setFirstLine(BigInteger.valueOf(indent * 320L));
    }
    return p;
  }

  static void spacing(XWPFParagraph p, long line) {
    var properties = p.getCTP().isSetPPr() ? p.getCTP().getPPr() : p.getCTP().addNewPPr();
    CTSpacing spacing =
        properties.isSetSpacing() ? properties.getSpacing() : properties.addNewSpacing();
    spacing.setBefore(BigInteger.ZERO);
    spacing.setAfter(BigInteger.ZERO);
    spacing.setLine(BigInteger.valueOf(line));
    spacing.setLineRule(STLineSpacingRule.EXACT);
    if (line != LINE && !properties.isSetSnapToGrid()) properties.addNewSnapToGrid().setVal(false);
  }

  private void page() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(Math.round(210 * MM)));
    size.setH(BigInteger.valueOf(Math.round(297 * MM)));
    CTPageMar margin = section.addNewPgMar();
    margin.setTop(BigInteger.valueOf(Math.round(37 * MM)));
    margin.setBottom(BigInteger.valueOf(Math.round(35 * MM)));
    margin.setLeft(BigInteger.valueOf(Math.round(28 * MM)));
    margin.setRight(BigInteger.valueOf(Math.round(26 * MM)));
    margin.setHeader(BigInteger.valueOf(Math.round(15 * MM)));
    margin.setFooter(BigInteger.valueOf(Math.round(25 * MM)));
    CTDocGrid grid = section.addNewDocGrid();
    grid.setType(STDocGrid.LINES);
    grid.setLinePitch(BigInteger.valueOf(LINE));
  }

  /** — n — at the outer edge: right on odd pages, left on even ones. */
  private void footer() {
    document.setEvenAndOddHeadings(true);
    number(HeaderFooterType.DEFAULT, ParagraphAlignment.RIGHT);
    number(HeaderFooterType.EVEN, ParagraphAlignment.LEFT);
  }

  private void number(HeaderFooterType type, ParagraphAlignment side) {
    XWPFParagraph p = document.createFooter(type).createParagraph();
    p.setAlignment(side);
    if (side == ParagraphAlignment.RIGHT) p.setIndentationRight(280);
    else p.setIndentationLeft(280);
    run(p, "— ", "宋体", 14);
    XWPFRun page = run(p, "", "宋体", 14);
    page.getCTR()
        .addNewFldChar()
        .setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.BEGIN);
    run(p, "", "宋体", 14).getCTR().addNewInstrText().setStringValue(" PAGE ");
    run(p, "", "宋体", 14)
        .getCTR()
        .addNewFldChar()
        .setFldCharType(org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType.END);
    run(p, " —", "宋体", 14);
  }
}
