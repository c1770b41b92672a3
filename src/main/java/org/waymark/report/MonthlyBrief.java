package org.waymark.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.waymark.progress.Light;
import org.waymark.report.PaperFacts.GatePart;
import org.waymark.report.PaperFacts.IndicatorPart;
import org.waymark.report.PaperFacts.ProjectPart;
import org.waymark.report.PaperFacts.TrackPart;

/** 月报: the whole, each project with its light, what is wrong, what comes next, all in a table. */
final class MonthlyBrief {
  private static final List<Light> WRONG =
      List.of(Light.LATE, Light.LAG, Light.PEND, Light.WARN, Light.STALE);
  private final PaperFacts facts;
  private final OfficialDocument document;

  private MonthlyBrief(PaperFacts facts) {
    this.facts = facts;
    this.document = new OfficialDocument(title(facts), facts.basis(), facts.day());
  }

  static String title(PaperFacts facts) {
    return facts.district() + facts.year() + "年民生实事进展月报";
  }

  static byte[] write(PaperFacts facts) {
    return new MonthlyBrief(facts).write();
  }

  private byte[] write() {
    document.title(title(facts));
    document.underTitle(
        "（"
            + facts.year()
            + "年"
            + facts.day().getMonthValue()
            + "月"
            + (facts.demo() ? "，演示数据" : "")
            + "）");
    document.gap();
    whole();
    projects();
    wrong();
    next();
    BriefAnnex.add(document, facts);
    return document.bytes();
  }

  private void whole() {
    document.heading("一、总体情况");
    long municipal = facts.projects().stream().filter(ProjectPart::municipal).count();
    String tiers =
        municipal == 0
            ? ""
            : "，其中区级" + (facts.projects().size() - municipal) + "项、市级" + municipal + "项";
    document.text(
        "截至"
            + PaperText.day(facts.day())
            + "，"
            + (facts.scope() == null ? "全区" : facts.scope())
            + "民生实事共"
            + facts.projects().size()
            + "项"
            + tiers
            + "。按已核实数据亮灯："
            + facts.counts().entrySet().stream()
                .map(e -> PaperText.word(e.getKey()) + e.getValue() + "项")
                .collect(Collectors.joining("、"))
            + "。");
    List<GatePart> gates =
        facts.projects().stream()
            .flatMap(p -> p.tracks().stream())
            .flatMap(t -> t.gates().stream())
            .filter(g -> !g.due().isAfter(facts.day()) && !g.status().equals("none"))
            .toList();
    document.text(
        "到期节点"
            + gates.size()
            + "个，其中达标"
            + count(gates, "met")
            + "个、逾期完成"
            + count(gates, "lateDone")
            + "个、逾期"
            + count(gates, "late")
            + "个"
            + other(gates)
            + "。");
    Map<Light, Long> townships =
        facts.townships().stream()
            .filter(t -> t.light() != null && t.light() != Light.NONE)
            .collect(Collectors.groupingBy(t -> t.light(), TreeMap::new, Collectors.counting()));
    if (!townships.isEmpty())
      document.text(
          "涉及乡镇街道"
              + townships.values().stream().mapToLong(n -> n).sum()
              + "个，按各自最差的分项亮灯："
              + townships.entrySet().stream()
                  .map(e -> PaperText.word(e.getKey()) + e.getValue() + "个")
                  .collect(Collectors.joining("、"))
              + "。");
    document.text("本报数据：" + facts.basis() + "。" + (facts.demo() ? "全部数字为演示数据，不反映实际进展。" : ""));
  }

  private static long count(List<GatePart> gates, String status) {
    return gates.stream().filter(g -> g.status().equals(status)).count();
  }

  private static String other(List<GatePart> gates) {
    StringBuilder text = new StringBuilder();
    for (String status : List.of("pending", "grace", "open")) {
      long n = count(gates, status);
      if (n > 0) text.append("、").append(PaperText.gate(status)).append(n).append("个");
    }
    return text.toString();
  }

  private void projects() {
    document.heading("二、分项进展");
    for (ProjectPart p : facts.projects()) {
      document.subheading(
          "（" + p.number() + "）" + p.name() + (p.lead() == null ? "" : "（牵头：" + p.lead() + "）"));
      String percents =
          p.percent().verified() == null && p.percent().planned() == null
              ? ""
              : "已核实进度"
                  + PaperText.percent(p.percent().verified())
                  + "，已上报"
                  + PaperText.percent(p.percent().reported())
                  + "，应到"
                  + PaperText.percent(p.percent().planned())
                  + "。";
      document.text(
          PaperText.light(p.light()),
          PaperText.color(p.light()),
          "。" + percents + (p.reason() == null ? "" : sentence(p.reason())));
      for (TrackPart t : p.tracks()) document.text(track(p, t));
    }
  }

  private static String track(ProjectPart p, TrackPart t) {
    String head = p.tracks().size() > 1 ? t.name() + "（" + PaperText.word(t.light()) + "）：" : "";
    String figures =
        t.indicators().stream().map(MonthlyBrief::indicator).collect(Collectors.joining("；"));
    String declared =
        t.basis().equals("declared")
            ? "形象进度已核实" + PaperText.percent(t.percent().verified()) + (figures.isEmpty() ? "" : "；")
            : "";
    return head + declared + figures + "。";
  }

  private static String indicator(IndicatorPart i) {
    String target = i.target() == null ? "未设数量目标" : "目标" + PaperText.quantity(i.target(), i.unit());
    return i.name()
        + target
        + (i.verified() == null ? "，尚无核实数" : "，已核实" + PaperText.quantity(i.verified(), i.unit()))
        + (i.verifiedPercent() == null ? "" : "（" + PaperText.percent(i.verifiedPercent()) + "）");
  }

  private void wrong() {
    document.heading("三、存在问题");
    List<ProjectPart> wrong =
        facts.projects().stream()
            .filter(p -> WRONG.contains(p.light()))
            .sorted(java.util.Comparator.comparing(ProjectPart::light))
            .toList();
    if (wrong.isEmpty()) document.text("各项目均按计划推进，无逾期、滞后和预警。");
    for (ProjectPart p : wrong) {
      document.text(
          PaperText.light(p.light()),
          PaperText.color(p.light()),
          "　"
              + p.number()
              + " "
              + p.shortName()
              + "："
              + (p.reason() == null ? "" : sentence(p.reason()))
              + overdue(p));
    }
  }

  private static String overdue(ProjectPart p) {
    List<String> gates = new ArrayList<>();
    for (TrackPart t : p.tracks())
      for (GatePart g : t.gates())
        if (g.overdue() && !g.asks().isEmpty())
          gates.add(
              PaperText.shortDay(g.due())
                  + "节点未达："
                  + g.asks().stream().map(PaperText::ask).collect(Collectors.joining("；"))
                  + (g.cause() == null ? "" : "（" + PaperText.cause(g.cause()) + "）"));
    return gates.isEmpty() ? "" : String.join("；", gates) + "。";
  }

  private void next() {
    document.heading("四、下一步");
    Map<LocalDate, List<String>> byDay = new TreeMap<>();
    for (ProjectPart p : facts.projects())
      for (TrackPart t : p.tracks())
        t.gates().stream()
            .filter(GatePart::ahead)
            .findFirst()
            .ifPresent(
                g ->
                    byDay
                        .computeIfAbsent(g.due(), d -> new ArrayList<>())
                        .add(
                            p.number()
                                + " "
                                + p.shortName()
                                + (p.tracks().size() > 1 ? "·" + t.name() : "")
                                + left(t)));
    if (byDay.isEmpty()) document.text("本年度节点均已到期。");
    byDay.forEach(
        (day, lines) ->
            document.text(
                (day.isAfter(facts.day()) ? "" : "已到期、仍在收报或审核期内的")
                    + PaperText.day(day)
                    + "节点"
                    + lines.size()
                    + "个："
                    + String.join("；", lines)
                    + "。"));
    long late = facts.projects().stream().filter(p -> p.light() == Light.LATE).count();
    if (late > 0) document.text("对逾期的" + late + "项，责任单位应列出补齐时限并逐项上报，经审核后销号。");
  }

  private static String left(TrackPart t) {
    if (t.percent().verified() == null) return "";
    return "（已核实" + PaperText.percent(t.percent().verified()) + "）";
  }

  private static String sentence(String text) {
    return text.endsWith("。") ? text : text + "。";
  }
}
