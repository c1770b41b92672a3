package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.waymark.plan.PlanFiles;
import org.waymark.problem.Problem;

/** The made-up notice of another year as Word writes it. */
class NoticeDocxTest {
  private static final String TEXT = PlanFiles.resource("/plan/notice-2031.txt");

  private static NoticeDraft draft(byte[] docx) {
    return NoticeDraft.of(
        NoticeDocx.read(docx),
        new NoticeDraft.Setting(
            "990100", "甲县", 2000, List.of(), name -> Optional.empty(), year -> false));
  }

  @Test
  void tables_of_word_with_merged_heads_and_several_paragraphs_a_cell_say_the_same() {
    NoticeTest.expectYear2031(draft(docx(false)));
  }

  @Test
  void numbers_that_word_counts_itself_are_counted() {
    assertThat(draft(docx(true)).pairs())
        .extracting(NoticeAnnexes.Pair::number)
        .containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void what_is_cut_short_or_no_word_file_is_refused() {
    byte[] whole = docx(false);
    for (byte[] file :
        List.of(Arrays.copyOf(whole, whole.length / 2), "附件1".getBytes(), new byte[0]))
      assertThatThrownBy(() -> NoticeDocx.read(file)).isInstanceOf(Problem.class);
  }

  /**
   * @param counted the first column of Annex 1 is a list that Word numbers
   */
  static byte[] docx(boolean counted) {
    NoticeDocument notice = NoticeText.read(TEXT);
    try (XWPFDocument document = new XWPFDocument()) {
      for (String line : notice.lines()) document.createParagraph().createRun().setText(line);
      BigInteger list = counted ? numbering(document) : null;
      for (List<NoticeDocument.Cell> cells : notice.tables()) table(document, cells, list);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BigInteger numbering(XWPFDocument document) {
    var numbering = document.createNumbering();
    var levels =
        org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum.Factory.newInstance();
    levels.setAbstractNumId(BigInteger.ZERO);
    var id = numbering.addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(levels));
    return numbering.addNum(id);
  }

  private static void table(
      XWPFDocument document, List<NoticeDocument.Cell> cells, BigInteger list) {
    XWPFTable table = document.createTable();
    table.removeRow(0);
    XWPFTableRow row = null;
    boolean gates = cells.stream().anyMatch(cell -> cell.text().contains("季度"));
    int head = 0;
    for (NoticeDocument.Cell cell : cells) {
      if (cell.startsRow() || row == null || gates && head == 5) {
        row = table.createRow();
        while (!row.getTableCells().isEmpty()) row.removeCell(0);
      }
      XWPFTableCell written = row.createCell();
      boolean number = cell.text().matches("[0-9]+");
      if (gates && head < 12) merge(written, head);
      if (number && list != null && !gates) written.getParagraphs().get(0).setNumID(list);
      else paragraphs(written, cell.text());
      head++;
    }
  }

  /** The head of Annex 2 takes two rows: the fourth of five cells spans the gates below it. */
  private static void merge(XWPFTableCell cell, int at) {
    CTTcPr properties = cell.getCTTc().addNewTcPr();
    if (at == 3) properties.addNewGridSpan().setVal(BigInteger.valueOf(4));
    else if (at < 5) properties.addNewVMerge().setVal(STMerge.RESTART);
    else if (at < 8) properties.addNewVMerge().setVal(STMerge.CONTINUE);
  }

  private static void paragraphs(XWPFTableCell cell, String text) {
    String[] lines = text.split("\n", -1);
    cell.getParagraphs().get(0).createRun().setText(lines[0]);
    for (int i = 1; i < lines.length; i++) cell.addParagraph().createRun().setText(lines[i]);
  }
}
