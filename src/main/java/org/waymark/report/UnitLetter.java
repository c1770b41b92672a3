package org.waymark.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.waymark.report.OfficialTable.Cell;
import org.waymark.report.OfficialTable.Column;
import org.waymark.report.PaperFacts.GatePart;
import org.waymark.report.UnitDue.Line;

/** 提醒函 and 督办单 to one lead unit. */
final class UnitLetter {
  private final PaperFacts facts;
  private final UnitDue due;
  private final String sender;
  private final LocalDate replyBy;

  /**
   * @param sender blank = left open
   * @param replyBy last day for an answer
   */
  UnitLetter(PaperFacts facts, UnitDue due, String sender, LocalDate replyBy) {
    this.facts = facts;
    this.due = due;
    this.sender = sender.isBlank() ? "（落款单位）" : sender;
    this.replyBy = replyBy;
  }

  byte[] reminder() {
    String title = "关于" + facts.year() + "年民生实事办理进度的提醒函";
    OfficialDocument d = new OfficialDocument(title, facts.basis(), facts.day());
    d.title(title);
    if (facts.demo()) d.underTitle("（演示数据）");
    d.gap();
    d.addressee(due.unit() + "：");
    d.text("截至" + PaperText.day(facts.day()) + "，按已核实数据，你单位牵头的民生实事有下列事项需抓紧办理，现提醒如下。");
    int section = 0;
    section = section(d, section, "已逾期的节点", due.overdue());
    section = section(d, section, UnitDue.SOON_DAYS + "日内到期的节点", due.soon());
    section(d, section, "落后于计划或久无上报的分项", due.behind());
    d.text("请于" + PaperText.day(replyBy) + "前补报实际进展并附现场证据，说明原因和补齐时限。已经完成但尚未上报或审核的，请一并催办。");
    d.signature(sender, PaperText.day(facts.day()));
    d.note("数据：" + facts.basis() + (facts.demo() ? "。演示数据" : "") + "。");
    return d.bytes();
  }

  private int section(OfficialDocument d, int before, String heading, List<Line> lines) {
    if (lines.isEmpty()) return before;
    d.heading("一二三".charAt(before) + "、" + heading);
    int n = 0;
    for (Line line : lines)
      d.text(
          (++n) + ". " + PaperText.light(line.track().light()),
          PaperText.color(line.track().light()),
          "　" + line.name() + "：" + said(line) + "。");
    return before + 1;
  }

  private static String said(Line line) {
    if (line.gate() == null)
      return "已核实"
          + PaperText.percent(line.track().percent().verified())
          + "，应到"
          + PaperText.percent(line.track().percent().planned());
    return PaperText.shortDay(line.gate().due()) + "节点，" + asked(line.gate());
  }

  /** What is short; a snapshot holds only what the plan asks. */
  private static String asked(GatePart gate) {
    if (gate.asks().isEmpty())
      return gate.text() == null ? PaperText.gate(gate.status()) : gate.text().replaceAll("。$", "");
    return gate.asks().stream().map(PaperText::ask).collect(Collectors.joining("；"))
        + (gate.cause() == null ? "" : "（" + PaperText.cause(gate.cause()) + "）");
  }

  byte[] slip() {
    String title = facts.year() + "年民生实事督办单";
    OfficialDocument d = new OfficialDocument(title, facts.basis(), facts.day());
    d.title(title);
    if (facts.demo()) d.underTitle("（演示数据）");
    d.gap();
    d.addressee("编号：　　　　　　　　　　　日期：" + PaperText.day(facts.day()));
    d.addressee("被督办单位：" + due.unit());
    OfficialTable items =
        new OfficialTable(
            d,
            List.of(
                new Column("序号", 1, true),
                new Column("项目", 3, false),
                new Column("亮灯", 2, true),
                new Column("到期", 2, true),
                new Column("应办未办", 8, false)));
    int n = 0;
    for (Line line : due.supervised())
      items.row(
          List.of(
              Cell.of(String.valueOf(++n)),
              Cell.of(line.name()),
              new Cell(
                  PaperText.light(line.track().light()), PaperText.color(line.track().light())),
              Cell.of(line.gate() == null ? "—" : PaperText.shortDay(line.gate().due())),
              Cell.of(line.gate() == null ? said(line) : asked(line.gate()))));
    d.gap();
    d.text("办理要求：逐项列出原因、措施、责任人和补齐时限，于" + PaperText.day(replyBy) + "前书面反馈；完成后上报并经审核，方予销号。");
    OfficialTable answer =
        new OfficialTable(d, List.of(new Column("反馈栏", 3, true), new Column("由被督办单位填写", 13, true)));
    for (String row : List.of("原因", "措施", "补齐时限", "责任人", "签收"))
      answer.row(List.of(Cell.of(row), Cell.of("\u3000")));
    d.signature(sender, PaperText.day(facts.day()));
    d.note("数据：" + facts.basis() + (facts.demo() ? "。演示数据" : "") + "。");
    return d.bytes();
  }
}
