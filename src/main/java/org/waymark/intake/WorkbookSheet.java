package org.waymark.intake;

import static org.waymark.intake.WorkbookColumn.choice;
import static org.waymark.intake.WorkbookColumn.day;
import static org.waymark.intake.WorkbookColumn.flag;
import static org.waymark.intake.WorkbookColumn.list;
import static org.waymark.intake.WorkbookColumn.number;
import static org.waymark.intake.WorkbookColumn.source;
import static org.waymark.intake.WorkbookColumn.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sheets of a plan's workbook, in the order of a plan file. */
enum WorkbookSheet {
  PLAN(
      "计划",
      text("district", "区划代码"),
      text("districtName", "区县名称"),
      number("year", "年度"),
      text("name", "计划名称"),
      text("document", "文号"),
      day("issued", "印发日期"),
      text("source", "来源"),
      list("dueDates", "节点日期"),
      list("quantityUnits", "计量单位")),
  UNITS("单位", text("code", "编码"), text("name", "名称"), list("aliases", "别名")),
  PROJECTS(
      "项目",
      number("number", "序号"),
      text("name", "项目名称"),
      text("shortName", "简称"),
      choice("tier", "级别", "district", "区级", "municipal", "市级"),
      text("icon", "图标"),
      sensitivity(),
      flag("personal", "涉及个人"),
      text("scope", "建设内容"),
      source()),
  RESPONSIBLE(
      "责任单位",
      number("project", "项目序号"),
      text("unit", "单位编码"),
      text("annex1", "附件1印作"),
      text("annex2", "附件2印作")),
  FLAGS(
      "标注",
      number("project", "项目序号"),
      text("code", "标注"),
      text("about", "对象编码"),
      text("text", "说明")),
  TRACKS(
      "分项",
      number("project", "项目序号"),
      text("code", "分项编码"),
      text("name", "分项名称"),
      choice(
          "basis",
          "口径",
          "quantity",
          "数量",
          "declared",
          "形象进度",
          "checklist",
          "按事项",
          "weighted",
          "加权"),
      text("owner", "负责单位编码"),
      flag("ownerStated", "通知写明负责单位"),
      number("reviewLevels", "审核级数"),
      list("steps", "工序"),
      text("countingStep", "计数工序"),
      source()),
  INDICATORS(
      "指标",
      text("track", "分项编码"),
      text("code", "指标编码"),
      text("name", "指标名称"),
      number("target", "目标值"),
      text("unit", "计量单位"),
      number("decimals", "小数位"),
      choice(
          "comparator", "目标口径", "=", "等于", ">=", "不少于", "~", "约", ">", "超过", "aspirational", "力争"),
      choice(
          "kind",
          "类型",
          "cumulative",
          "累计",
          "level",
          "水平",
          "dailyAverage",
          "日均",
          "rate",
          "比率",
          "yesNo",
          "是否"),
      choice("geometry", "图形", "line", "线", "polygon", "面", "point", "点", "none", "无"),
      choice("reportedBy", "上报范围", "district", "全区", "township", "乡镇"),
      sensitivity(),
      flag("personal", "涉及个人"),
      number("weight", "权重"),
      text("note", "备注"),
      source()),
  QUOTAS("配额", text("indicator", "指标编码"), text("township", "乡镇街道代码"), number("quantity", "数量")),
  MILESTONES(
      "节点",
      text("track", "分项编码"),
      day("due", "节点日期"),
      choice("row", "行类别", "gate", "节点", "percent", "百分比", "quantity", "数量", "item", "事项"),
      text("text", "内容"),
      number("printed", "印载百分比"),
      flag("setsNoTarget", "不设目标"),
      flag("complete", "全部完成"),
      number("percent", "百分比"),
      list("indicators", "指标编码"),
      list("townships", "乡镇街道代码"),
      number("quantity", "数量"),
      text("unit", "计量单位"),
      text("item", "事项编码"),
      flag("gating", "计入达标"),
      text("flag", "标注"),
      source());

  private final String label;
  private final List<WorkbookColumn> columns;

  WorkbookSheet(String label, WorkbookColumn... columns) {
    this.label = label;
    this.columns = List.of(columns);
  }

  private static WorkbookColumn sensitivity() {
    return choice("sensitivity", "公开级别", "public", "公开", "internal", "内部", "restricted", "受限");
  }

  String label() {
    return label;
  }

  List<WorkbookColumn> columns() {
    return columns;
  }

  Optional<WorkbookColumn> column(String field) {
    return columns.stream().filter(column -> column.field().equals(field)).findFirst();
  }

  /** The name in JSON: {@code indicators}. */
  String field() {
    return name().toLowerCase();
  }

  static Optional<WorkbookSheet> named(String printed) {
    return Arrays.stream(values())
        .filter(sheet -> sheet.label.equals(printed) || sheet.field().equals(printed))
        .findFirst();
  }
}
