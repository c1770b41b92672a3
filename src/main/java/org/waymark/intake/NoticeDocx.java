package org.waymark.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.waymark.intake.NoticeDocument.Cell;

/** Reads a notice from Word: paragraphs, tables, merged cells, numbers that Word counts itself. */
final class NoticeDocx {
  private final List<String> lines = new ArrayList<>();
  private final List<List<Cell>> tables = new ArrayList<>();
  private final Map<BigInteger, Integer> counters = new HashMap<>();

  private NoticeDocx() {}

  /**
   * @throws org.waymark.problem.Problem {@code faulty-plan} where it is no docx
   */
  static NoticeDocument read(byte[] file) {
    PlanDraftFile.check(file, "word/document.xml");
    NoticeDocx reading = new NoticeDocx();
    try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
      for (IBodyElement element : document.getBodyElements()) {
        if (element instanceof XWPFParagraph paragraph) reading.paragraph(paragraph);
        if (element instanceof XWPFTable table) reading.table(table);
      }
    } catch (IOException | RuntimeException broken) {
      WorkbookFaults faults = new WorkbookFaults();
      faults.add("/", "unreadable", Map.of());
      faults.throwIfAny();
    }
    return new NoticeDocument(reading.lines, reading.tables);
  }

  private void paragraph(XWPFParagraph paragraph) {
    for (String line : NoticeDocument.plain(paragraph.getText()).split("\n"))
      if (!line.isBlank()) lines.add(line.strip());
  }

  private void table(XWPFTable table) {
    List<Cell> cells = new ArrayList<>();
    Map<Integer, String> above = new HashMap<>();
    for (XWPFTableRow row : table.getRows()) row(row, cells, above);
    tables.add(cells);
  }

  /** A cell merged with the one above says the same, in a row that has a number of its own. */
  private void row(XWPFTableRow row, List<Cell> cells, Map<Integer, String> above) {
    int column = 0;
    boolean first = true;
    boolean numbered = false;
    for (XWPFTableCell cell : row.getTableCells()) {
      String text = text(cell);
      if (first && text.isEmpty()) text = counted(cell);
      if (first) numbered = NoticeTable.number(text) >= 0;
      if (goesOn(cell) && numbered) text = above.getOrDefault(column, text);
      above.put(column, text);
      cells.add(new Cell(text, first));
      column += span(cell);
      first = false;
    }
  }

  private static String text(XWPFTableCell cell) {
    String text =
        cell.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
    String nested =
        cell.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining("\n"));
    return NoticeDocument.plain(nested.isBlank() ? text : text + "\n" + nested).strip();
  }

  /** A number that Word counts is in no text. */
  private String counted(XWPFTableCell cell) {
    for (XWPFParagraph paragraph : cell.getParagraphs())
      if (paragraph.getNumID() != null)
        return String.valueOf(counters.merge(paragraph.getNumID(), 1, Integer::sum));
    return "";
  }

  private static boolean goesOn(XWPFTableCell cell) {
    CTTcPr properties = cell.getCTTc().getTcPr();
    return properties != null
        && properties.isSetVMerge()
        && properties.getVMerge().getVal() != STMerge.RESTART;
  }

  private static int span(XWPFTableCell cell) {
    CTTcPr properties = cell.getCTTc().getTcPr();
    if (properties == null || !properties.isSetGridSpan()) return 1;
    return Math.max(1, Math.min(64, properties.getGridSpan().getVal().intValue()));
  }
}
