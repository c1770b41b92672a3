package org.waymark.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.waymark.intake.NoticeAsks.PercentOf;
import org.waymark.intake.NoticeAsks.Quantity;
import org.waymark.intake.NoticeGate.Part;
import org.waymark.intake.NoticeGate.Sort;

/** One project of the notice as rows of a plan, each with the sentence it comes from. */
final class NoticeProject {
  /** A work is in the yearly content where so much of its words is. */
  private static final double IN_SCOPE = 0.5;

  private static final int MOST = 60;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private final NoticeAnnexes.Pair pair;
  private final int number;
  private final WorkbookTables tables;
  private final NoticeQuestions questions;
  private final NoticeMarks marks;
  private final Function<String, Optional<String>> townships;

  NoticeProject(
      NoticeAnnexes.Pair pair,
      WorkbookTables tables,
      NoticeQuestions questions,
      NoticeMarks marks,
      Function<String, Optional<String>> townships) {
    this.pair = pair;
    this.number = pair.number();
    this.tables = tables;
    this.questions = questions;
    this.marks = marks;
    this.townships = townships;
  }

  /**
   * @param units codes, the first printed first
   */
  void write(List<String> units, int year) {
    String cell =
        pair.targets() != null && !pair.targets().content().isEmpty() ? "annex1" : "annex2";
    List<NoticeIndicator> indicators =
        new NoticeTargets(number, questions, marks).read(cell, pair.content());
    otherContent(cell);
    Map<String, NoticeGate> gates = gates(year);
    List<NoticeTracks.Track> tracks =
        NoticeTracks.of(indicators, gates, () -> questions.add(number, "tracks-unclear"));
    boolean personal = indicators.stream().anyMatch(NoticeProject::ofPersons);
    head(personal);
    for (int i = 0; i < tracks.size(); i++)
      track(tracks.get(i), i, tracks.size(), units, indicators, gates);
    gates.forEach(this::leftOver);
    if (tracks.size() > 1) questions.add(number, "tracks-proposed", "count", "" + tracks.size());
    if (units.size() > 1) questions.add(number, "owner-not-stated");
  }

  private void head(boolean personal) {
    String tier = tierOf(pair.tier());
    if (tier == null) questions.add(number, "tier-unread", "text", pair.tier());
    tables
        .row(WorkbookSheet.PROJECTS)
        .with("number", number)
        .with("name", pair.name())
        .with("shortName", pair.name())
        .with("tier", tier)
        .with("icon", "community")
        .with("sensitivity", "internal")
        .with("personal", personal)
        .with("scope", pair.content())
        .with("source", pair.content());
  }

  private static String tierOf(String heading) {
    if (heading.contains("市级") || heading.contains("省级")) return "municipal";
    if (heading.matches(".*[区县旗]级.*")) return "district";
    return null;
  }

  /** Figures that only the other annex names. */
  private void otherContent(String read) {
    if (pair.schedule() == null || read.equals("annex2")) return;
    String first = pair.targets().content();
    String second = pair.schedule().content();
    boolean same = NoticeAnnexes.same(first).equals(NoticeAnnexes.same(second));
    if (!same && !second.isBlank())
      questions.add(number, "content-differs", "one", first, "other", second);
    for (NoticeFigure figure : NoticeFigures.in(second))
      marks.add(
          number,
          "annex2",
          figure,
          same ? NoticeMarks.Outcome.OTHER : NoticeMarks.Outcome.ASKED,
          same ? "said-in-annex-1" : "content-differs");
  }

  private Map<String, NoticeGate> gates(int year) {
    Map<String, NoticeGate> gates = new TreeMap<>();
    if (pair.schedule() == null) return gates;
    pair.schedule()
        .gates()
        .forEach(
            (head, text) -> {
              Optional<LocalDate> due = NoticeDue.of(head, year);
              if (due.isEmpty() || gates.containsKey(due.get().toString()))
                questions.add(number, "gate-head", "head", head, "text", text);
              else gates.put(due.get().toString(), gate(text));
            });
    return gates;
  }

  /** One with more numbers than any gate has is not read; its numbers are asked. */
  private static NoticeGate gate(String text) {
    NoticeGate gate = NoticeGate.read(text);
    boolean readable = NoticeFigures.in(text).size() <= MOST && gate.parts().size() <= MOST;
    return readable ? gate : new NoticeGate(text, List.of());
  }

  private void track(
      NoticeTracks.Track track,
      int index,
      int count,
      List<String> units,
      List<NoticeIndicator> all,
      Map<String, NoticeGate> gates) {
    String code = "%02d".formatted(number) + (count > 1 ? (char) ('a' + index % 26) : "");
    Map<String, NoticeAsks> asks = new LinkedHashMap<>();
    for (Map.Entry<String, List<Part>> part : track.parts().entrySet()) {
      boolean shared = count > 1 && !gates.get(part.getKey()).hasSeveralParts();
      NoticeAsks asked =
          new NoticeAsks(
              number,
              part.getKey(),
              all,
              track.indicators(),
              !shared || index == 0,
              townships,
              questions,
              marks);
      asked.read(part.getValue(), count > 1);
      asks.put(part.getKey(), asked);
    }
    String basis = basis(track, asks);
    boolean one = units.size() == 1;
    tables
        .row(WorkbookSheet.TRACKS)
        .with("project", number)
        .with("code", code)
        .with("name", track.name().isEmpty() ? pair.name() : track.name())
        .with("basis", basis)
        .with("owner", one || count == 1 && !units.isEmpty() ? units.get(0) : null)
        .with("ownerStated", one)
        .with("reviewLevels", 1);
    questions.about(number, code, "basis", "value", basis);
    track.indicators().forEach(indicator -> indicator(code, indicator));
    NoticeGateRows rows = new NoticeGateRows(number, code, basis, tables, questions);
    asks.forEach((due, asked) -> rows.write(due, gates.get(due), track.parts().get(due), asked));
    asks.forEach(this::outOfScope);
    rows.inOrder(asks, track.indicators());
  }

  /** A number that no rule met, such as one in a label. */
  private void leftOver(String due, NoticeGate gate) {
    for (NoticeFigure figure : NoticeFigures.in(gate.text()))
      if (marks.add(number, due, figure, NoticeMarks.Outcome.ASKED, "not-understood"))
        questions.about(
            number,
            "@" + due,
            "not-understood",
            "value",
            figure.printed(),
            "text",
            figure.sentence());
  }

  /** Works that a gate names and the yearly content does not. */
  private void outOfScope(String due, NoticeAsks asked) {
    List<String> works =
        asked.works.stream()
            .map(NoticeWork::text)
            .filter(work -> NoticeLikeness.of(work, pair.content()) < IN_SCOPE)
            .toList();
    if (!works.isEmpty())
      questions.about(
          number, "@" + due, "not-in-scope", "text", String.join("；", works), "due", due);
  }

  /** Quantities or named percents before the end: by quantity; 形象进度: declared; else by works. */
  private static String basis(NoticeTracks.Track track, Map<String, NoticeAsks> asks) {
    boolean counts = track.indicators().stream().anyMatch(NoticeIndicator::counts);
    boolean quantity = false;
    boolean progress = false;
    boolean works = false;
    for (NoticeAsks asked : asks.values()) {
      for (Quantity q : asked.quantities.values())
        quantity |= !isFull(asked, q) || !q.indicator().counts();
      for (PercentOf p : asked.percents) quantity |= p.percent().compareTo(HUNDRED) < 0;
      boolean part = asked.whole != null && asked.whole.compareTo(HUNDRED) < 0;
      quantity |= part && asked.wholeOf == Sort.TASK;
      progress |= part && asked.wholeOf == Sort.PROGRESS;
      works |= !asked.works.isEmpty();
    }
    if (counts && quantity) return "quantity";
    if (progress) return "declared";
    boolean full = asks.values().stream().anyMatch(asked -> !asked.quantities.isEmpty());
    if (counts && full) return "quantity";
    return works ? "checklist" : counts ? "quantity" : "declared";
  }

  private static boolean isFull(NoticeAsks asked, Quantity quantity) {
    return quantity.indicator().target() != null && asked.share(quantity).compareTo(HUNDRED) >= 0;
  }

  private void indicator(String track, NoticeIndicator indicator) {
    BigDecimal target = indicator.target();
    tables
        .row(WorkbookSheet.INDICATORS)
        .with("track", track)
        .with("code", indicator.code())
        .with("name", indicator.name())
        .with("target", target == null ? null : target.toPlainString())
        .with("unit", indicator.unit())
        .with("decimals", target == null ? 0 : Math.max(0, target.scale()))
        .with("comparator", indicator.comparator())
        .with("kind", indicator.kind())
        .with("geometry", "none")
        .with("reportedBy", "district")
        .with("sensitivity", "internal")
        .with("personal", ofPersons(indicator))
        .with("source", indicator.sentence());
  }

  /** Kept to totals until somebody says that it need not be. */
  private static boolean ofPersons(NoticeIndicator indicator) {
    return List.of("人", "人次", "户", "人次/日").contains(indicator.unit());
  }
}
