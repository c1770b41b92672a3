package org.waymark.intake;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a workbook row by row, so that sheets of any length take no memory: heads bold and held in
 * place, text as text, numbers as numbers.
 */
final class SheetsWriter implements Closeable {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private final ZipOutputStream zip;
  private final Writer out;
  private final List<String> names = new ArrayList<>();
  private int row;

  SheetsWriter(Path file) throws IOException {
    zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    out = new OutputStreamWriter(zip, StandardCharsets.UTF_8);
  }

  void sheet(String name, Collection<String> head) throws IOException {
    endSheet();
    names.add(name);
    begin("xl/worksheets/sheet" + names.size() + ".xml");
    out.write("<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">");
    out.write("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    out.write("</sheetView></sheetViews><sheetData>");
    row = 0;
    row(head, " s=\"1\"");
  }

  /**
   * @param values null leaves a cell out
   */
  void row(Collection<?> values) {
    try {
      row(values, "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void row(Collection<?> values, String style) throws IOException {
    out.write("<row r=\"" + ++row + "\">");
    int column = 0;
    for (Object value : values) {
      String at = "<c r=\"" + letters(column++) + row + "\"" + style;
      if (value instanceof Number) out.write(at + "><v>" + value + "</v></c>");
      else if (value instanceof Boolean truth)
        out.write(at + " t=\"b\"><v>" + (truth ? 1 : 0) + "</v></c>");
      else if (value != null && !value.toString().isEmpty()) {
        out.write(at + " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        out.write(XmlText.of(value.toString()));
        out.write("</t></is></c>");
      }
    }
    out.write("</row>");
  }

  static String letters(int column) {
    return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
  }

  private void endSheet() throws IOException {
    if (!names.isEmpty()) end("</sheetData></worksheet>");
  }

  private void begin(String entry) throws IOException {
    zip.putNextEntry(new ZipEntry(entry));
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
  }

  private void end(String text) throws IOException {
    out.write(text);
    out.flush();
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    try (zip) {
      endSheet();
      StringBuilder sheets = new StringBuilder();
      StringBuilder relations = new StringBuilder();
      StringBuilder types = new StringBuilder();
      for (int i = 1; i <= names.size(); i++) {
        sheets.append(
            "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
                .formatted(XmlText.of(names.get(i - 1)), i, i));
        relations.append(relation(i, "worksheet", "worksheets/sheet" + i + ".xml"));
        types.append(type("/xl/worksheets/sheet" + i + ".xml", "worksheet"));
      }
      relations.append(relation(names.size() + 1, "styles", "styles.xml"));
      begin("xl/workbook.xml");
      end(
          "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
              .formatted(MAIN, RELATIONS, sheets));
      begin("xl/_rels/workbook.xml.rels");
      end(
          "<Relationships xmlns=\""
              + PACKAGE
              + "relationships\">"
              + relations
              + "</Relationships>");
      begin("xl/styles.xml");
      end(styles());
      begin("_rels/.rels");
      end(
          "<Relationships xmlns=\""
              + PACKAGE
              + "relationships\">"
              + relation(1, "officeDocument", "xl/workbook.xml")
              + "</Relationships>");
      begin("[Content_Types].xml");
      end(
          "<Types xmlns=\""
              + PACKAGE
              + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
              + type("/xl/workbook.xml", "sheet.main")
              + type("/xl/styles.xml", "styles")
              + types
              + "</Types>");
    }
  }

  private static String relation(int id, String kind, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, RELATIONS, kind, target);
  }

  private static String type(String part, String kind) {
    return "<Override PartName=\"%s\" ContentType=\"%s%s+xml\"/>".formatted(part, KIND, kind);
  }

  private static String styles() {
    return "<styleSheet xmlns=\""
        + MAIN
        + "\"><fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs></styleSheet>";
  }
}
