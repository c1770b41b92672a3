package org.waymark.intake;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waymark.intake.NoticeAsks.PercentOf;
import org.waymark.intake.NoticeAsks.Quantity;
import org.waymark.intake.NoticeGate.Part;

/** Rows of the sheet of gates for one track, and what is odd about them. */
final class NoticeGateRows {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final int project;
  private final String track;
  private final String basis;
  private final WorkbookTables tables;
  private final NoticeQuestions questions;
  private boolean dueInFull;

  NoticeGateRows(
      int project, String track, String basis, WorkbookTables tables, NoticeQuestions questions) {
    this.project = project;
    this.track = track;
    this.basis = basis;
    this.tables = tables;
    this.questions = questions;
  }

  void write(String due, NoticeGate gate, List<Part> parts, NoticeAsks asked) {
    if (gate.isDash() && !dueInFull) questions.about(project, "@" + due, "dash-first", "due", due);
    dueInFull |= asked.complete || asked.whole != null && asked.whole.compareTo(HUNDRED) >= 0;
    if (gate.isBlank()) questions.about(project, "@" + due, "gate-blank", "due", due);
    String text = String.join("；", parts.stream().map(Part::text).toList());
    row(due, "gate", gate.text())
        .with("text", gate.isDash() ? null : text)
        .with("printed", plain(asked.whole))
        .with("setsNoTarget", gate.isDash() ? true : null)
        .with("complete", asked.complete ? true : null);
    whole(due, gate, asked);
    for (PercentOf percent : asked.percents)
      row(due, "percent", percent.sentence())
          .with("percent", plain(percent.percent()))
          .with("indicators", percent.indicator().code())
          .with("townships", String.join("、", percent.townships()));
    for (Quantity quantity : asked.quantities.values())
      row(due, "quantity", quantity.sentence())
          .with("quantity", plain(quantity.value()))
          .with("indicators", quantity.indicator().code())
          .with("unit", quantity.indicator().unit());
    int n = 0;
    for (NoticeWork work : asked.works)
      row(due, "item", work.sentence())
          .with("item", track + "@" + due.substring(5, 7) + "-" + ++n)
          .with("text", work.text())
          .with("gating", work.gating());
    mismatch(due, asked);
  }

  /** A percent of the whole stands beside quantities, and is asked where there are none. */
  private void whole(String due, NoticeGate gate, NoticeAsks asked) {
    if (asked.whole == null) return;
    boolean declared = !basis.equals("quantity") && !basis.equals("checklist");
    boolean nothingElse = asked.quantities.isEmpty() && asked.percents.isEmpty() && !asked.complete;
    boolean bySum = basis.equals("checklist") && !asked.works.isEmpty();
    if (declared || nothingElse && !bySum)
      row(due, "percent", gate.text()).with("percent", plain(asked.whole));
  }

  private WorkbookRow row(String due, String kind, String source) {
    return tables
        .row(WorkbookSheet.MILESTONES)
        .with("track", track)
        .with("due", due)
        .with("row", kind)
        .with("source", source);
  }

  /** A point or more between the printed percent and what the quantities come to. */
  private void mismatch(String due, NoticeAsks asked) {
    if (asked.whole == null) return;
    for (Quantity quantity : asked.quantities.values()) {
      if (!quantity.indicator().counts()) continue;
      BigDecimal share = asked.share(quantity);
      if (share.subtract(asked.whole).abs().compareTo(BigDecimal.ONE) >= 0)
        questions.about(
            project,
            quantity.indicator().code(),
            "percent-mismatch",
            "value",
            plain(quantity.value()),
            "unit",
            quantity.indicator().unit(),
            "share",
            plain(share),
            "printed",
            plain(asked.whole),
            "text",
            quantity.sentence());
    }
  }

  /** Falls and repeats from gate to gate, and what is never asked in full. */
  void inOrder(Map<String, NoticeAsks> asks, List<NoticeIndicator> indicators) {
    Map<String, BigDecimal> before = new HashMap<>();
    Set<String> full = new HashSet<>();
    boolean all = false;
    for (Map.Entry<String, NoticeAsks> gate : asks.entrySet()) {
      NoticeAsks asked = gate.getValue();
      all |= asked.complete || asked.whole != null && asked.whole.compareTo(HUNDRED) >= 0;
      step(before, gate.getKey(), track, asked.whole, null);
      for (Quantity q : asked.quantities.values()) {
        BigDecimal target = q.indicator().target();
        if (q.indicator().counts())
          step(before, gate.getKey(), q.indicator().code(), q.value(), target);
        if (target == null || q.value().compareTo(target) >= 0) full.add(q.indicator().code());
      }
      for (PercentOf p : asked.percents) {
        if (p.percent().compareTo(HUNDRED) >= 0 && p.townships().isEmpty())
          full.add(p.indicator().code());
        step(before, gate.getKey(), p.indicator().code() + p.townships(), p.percent(), null);
      }
    }
    for (NoticeIndicator indicator : indicators)
      if (!all
          && !full.contains(indicator.code())
          && !indicator.comparator().equals("aspirational"))
        questions.about(project, indicator.code(), "never-due", "value", indicator.name());
  }

  private void step(
      Map<String, BigDecimal> before, String due, String of, BigDecimal now, BigDecimal target) {
    if (now == null) return;
    BigDecimal earlier = before.put(of, now);
    if (earlier == null) return;
    String about = of.replaceAll("\\[.*", "");
    boolean top = now.compareTo(target == null ? HUNDRED : target) >= 0;
    if (now.compareTo(earlier) < 0)
      questions.about(
          project, about, "gate-falls", "value", plain(now), "before", plain(earlier), "due", due);
    else if (now.compareTo(earlier) == 0 && !top || now.compareTo(earlier) == 0 && target != null)
      questions.about(project, about, "gate-repeats", "value", plain(now), "due", due);
  }

  private static String plain(BigDecimal value) {
    return value == null ? null : NoticeFigures.plain(value).toPlainString();
  }
}
