package org.waymark.report;

import java.time.LocalDate;
import java.util.List;
import org.waymark.report.OfficialTable.Cell;
import org.waymark.report.OfficialTable.Column;
import org.waymark.report.PaperFacts.GatePart;
import org.waymark.report.PaperFacts.ProjectPart;

/** 附件 of the monthly brief: all projects in one table, with the rule that lit them. */
final class BriefAnnex {
  private BriefAnnex() {}

  static void add(OfficialDocument document, PaperFacts facts) {
    document.annex("附件", "民生实事项目进展一览表");
    OfficialTable table =
        new OfficialTable(
            document,
            List.of(
                new Column("序号", 0.9, true),
                new Column("项目", 3.5, false),
                new Column("牵头单位", 3.2, false),
                new Column("亮灯", 2.2, true),
                new Column("核实", 1.55, true),
                new Column("上报", 1.55, true),
                new Column("应到", 1.55, true),
                new Column("偏差", 1.3, true),
                new Column("下一节点", 2.4, true)));
    for (ProjectPart p : facts.projects())
      table.row(
          List.of(
              Cell.of(String.valueOf(p.number())),
              Cell.of(p.shortName()),
              Cell.of(p.lead() == null ? "" : p.lead()),
              new Cell(PaperText.light(p.light()), PaperText.color(p.light())),
              Cell.of(PaperText.percent(p.percent().verified())),
              Cell.of(PaperText.percent(p.percent().reported())),
              Cell.of(PaperText.percent(p.percent().planned())),
              Cell.of(PaperText.gap(p.percent().verified(), p.percent().planned())),
              Cell.of(nextDue(p))));
    document.note(
        "亮灯按已核实数据：偏差高于 −"
            + PaperText.number(facts.rules().warn().abs(), 0)
            + " 个百分点为正常，−"
            + PaperText.number(facts.rules().lag().abs(), 0)
            + " 至 −"
            + PaperText.number(facts.rules().warn().abs(), 0)
            + " 为预警，更低为滞后；到期未达标为逾期；"
            + facts.rules().staleDays()
            + " 天无上报为灰。“—”表示该项不设百分比，不是零。");
    document.note("数据：" + facts.basis() + (facts.demo() ? "。演示数据" : "") + "。");
  }

  private static String nextDue(ProjectPart p) {
    return p.tracks().stream()
        .flatMap(t -> t.gates().stream())
        .filter(GatePart::ahead)
        .map(GatePart::due)
        .min(LocalDate::compareTo)
        .map(PaperText::shortDay)
        .orElse("—");
  }
}
