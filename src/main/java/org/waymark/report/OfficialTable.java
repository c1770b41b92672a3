package org.waymark.report;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table over the whole width of the text (156 mm); its head stands on every page. */
final class OfficialTable {
  private static final double WIDTH = 156 * 56.6929;
  private final List<Column> columns;
  private final XWPFTable table;

  /**
   * @param share of the width, of the sum of all
   */
  record Column(String title, double share, boolean centred) {}

  /**
   * @param color RGB; null = black
   */
  record Cell(String text, String color) {
    static Cell of(String text) {
      return new Cell(text, null);
    }
  }

  OfficialTable(OfficialDocument document, List<Column> columns) {
    this.columns = columns;
    this.table = document.body().createTable(1, columns.size());
    var properties = table.getCTTbl().getTblPr();
    (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
        .setType(STTblLayoutType.FIXED);
    table.setWidth((int) WIDTH);
    table.setCellMargins(40, 40, 40, 40);
    if (table.getCTTbl().getTblGrid() == null) table.getCTTbl().addNewTblGrid();
    var grid = table.getCTTbl().getTblGrid();
    while (grid.sizeOfGridColArray() > 0) grid.removeGridCol(0);
    for (int i = 0; i < columns.size(); i++)
      grid.addNewGridCol().setW(BigInteger.valueOf(width(i)));
    XWPFTableRow head = table.getRow(0);
    head.setRepeatHeader(true);
    head.setCantSplitRow(true);
    for (int i = 0; i < columns.size(); i++)
      fill(head.getCell(i), i, Cell.of(columns.get(i).title()), OfficialDocument.HEI, true);
  }

  void row(List<Cell> cells) {
    XWPFTableRow row = table.createRow();
    row.setCantSplitRow(true);
    for (int i = 0; i < columns.size(); i++)
      fill(
          row.getCell(i),
          i,
          cells.get(i),
          cells.get(i).color() == null ? OfficialDocument.FANG : OfficialDocument.HEI,
          columns.get(i).centred());
  }

  private void fill(XWPFTableCell cell, int column, Cell content, String font, boolean centred) {
    cell.setWidthType(org.apache.poi.xwpf.usermodel.TableWidthType.DXA);
    cell.getCTTc().getTcPr().getTcW().setType(STTblWidth.DXA);
    cell.getCTTc().getTcPr().getTcW().setW(BigInteger.valueOf(width(column)));
    cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    XWPFParagraph p = cell.getParagraphs().get(0);
    OfficialDocument.spacing(p, 280);
    if (centred) p.setAlignment(ParagraphAlignment.CENTER);
    XWPFRun run = OfficialDocument.run(p, content.text(), font, 9.5);
    if (content.color() != null) run.setColor(content.color());
  }

  private long width(int column) {
    double all = columns.stream().mapToDouble(Column::share).sum();
    return Math.round(WIDTH * columns.get(column).share() / all);
  }
}
