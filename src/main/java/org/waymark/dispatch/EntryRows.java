package org.waymark.dispatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.waymark.dispatch.Desk.About;
import org.waymark.dispatch.EntrySheet.EntryCell;
import org.waymark.dispatch.EntrySheet.EntryItem;
import org.waymark.dispatch.EntrySheet.EntryRow;
import org.waymark.dispatch.EntrySheet.EntryTrack;
import org.waymark.dispatch.EntrySheet.NextNeed;
import org.waymark.dispatch.EntrySheet.TownshipChoice;
import org.waymark.plan.Indicator;
import org.waymark.plan.Milestone;
import org.waymark.plan.Milestone.ItemRequirement;
import org.waymark.plan.Track;
import org.waymark.progress.DistrictProgress.IndicatorProgress;
import org.waymark.progress.DistrictProgress.RequirementProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;

/** The rows of one track: what the unit must tell, because the ground does not. Pure. */
final class EntryRows {
  private final ToldFigures told;
  private final List<TownshipChoice> townships;
  private final boolean townshipsOnly;

  /**
   * @param townships those that the reader may speak for
   * @param townshipsOnly the reader may not speak for the whole district
   */
  EntryRows(ToldFigures told, List<TownshipChoice> townships, boolean townshipsOnly) {
    this.told = told;
    this.townships = townships;
    this.townshipsOnly = townshipsOnly;
  }

  EntryTrack of(Track track, TrackProgress progress, About about, LocalDate asOf) {
    List<EntryRow> rows = new ArrayList<>();
    if (track.basis() == Track.Basis.DECLARED) rows.add(percent(track, progress, asOf));
    for (Indicator i : track.indicators()) if (!i.mapped()) rows.add(quantity(i, progress, asOf));
    return new EntryTrack(
        about,
        track.name(),
        progress.basis(),
        progress.light(),
        rows.stream().filter(r -> r.whole() != null || !townships.isEmpty()).toList(),
        townshipsOnly ? List.of() : items(track));
  }

  private EntryRow percent(Track track, TrackProgress progress, LocalDate asOf) {
    return new EntryRow(
        "percent",
        track.code(),
        track.name(),
        "%",
        1,
        "cumulative",
        false,
        BigDecimal.valueOf(100),
        next(progress, null, asOf),
        progress.percent() == null ? null : progress.percent().planned(),
        progress.percent() == null ? null : progress.percent().verified(),
        whole("percent", track.code(), null),
        cells("percent", track.code(), null));
  }

  private EntryRow quantity(Indicator i, TrackProgress progress, LocalDate asOf) {
    boolean byTownship = i.reportedBy() == Indicator.ReportedBy.TOWNSHIP;
    IndicatorProgress judged =
        progress.indicators().stream().filter(p -> p.code().equals(i.code())).findFirst().get();
    return new EntryRow(
        "quantity",
        i.code(),
        i.name(),
        i.unit(),
        i.decimals(),
        i.kind().name().toLowerCase(Locale.ROOT),
        byTownship,
        i.target(),
        next(progress, i.code(), asOf),
        judged.plannedQuantity(),
        judged.verified(),
        whole("quantity", i.code(), i),
        cells("quantity", i.code(), i));
  }

  private EntryCell whole(String type, String subject, Indicator i) {
    boolean byTownship = i != null && i.reportedBy() == Indicator.ReportedBy.TOWNSHIP;
    return byTownship || townshipsOnly ? null : cell(type, subject, "", null, i);
  }

  /** Townships with a quota or an earlier figure; others can be added by hand. */
  private List<EntryCell> cells(String type, String subject, Indicator i) {
    TreeSet<String> codes = new TreeSet<>(told.townships(type, subject));
    if (i != null) codes.addAll(i.quotas().keySet());
    return townships.stream()
        .filter(t -> codes.contains(t.code()))
        .map(t -> cell(type, subject, t.code(), t.name(), i))
        .toList();
  }

  private EntryCell cell(String type, String subject, String code, String name, Indicator i) {
    BigDecimal quota = i == null || code.isEmpty() ? null : i.quotas().get(code);
    BigDecimal target = i == null || !code.isEmpty() ? quota : i.target();
    boolean grows = i != null && i.kind() == Indicator.Kind.CUMULATIVE;
    return new EntryCell(
        code.isEmpty() ? null : code,
        name,
        quota,
        grows && target != null ? i.ceiling(target) : null,
        told.before(type, subject, code),
        told.now(type, subject, code));
  }

  /** What the first gate after {@code asOf} asks of it, in its unit. */
  private static NextNeed next(TrackProgress progress, String indicator, LocalDate asOf) {
    return progress.gates().stream()
        .filter(g -> !g.due().isBefore(asOf))
        .flatMap(
            g ->
                g.requirements().stream()
                    .filter(r -> asks(r, indicator))
                    .map(r -> new NextNeed(g.due(), r.need())))
        .findFirst()
        .orElse(null);
  }

  private static boolean asks(RequirementProgress r, String indicator) {
    return r.need() != null
        && !r.type().equals("item")
        && r.township() == null
        && java.util.Objects.equals(r.indicator(), indicator);
  }

  private List<EntryItem> items(Track track) {
    List<EntryItem> items = new ArrayList<>();
    for (Milestone gate : track.milestones())
      for (Milestone.Requirement r : gate.requirements())
        if (r instanceof ItemRequirement item)
          items.add(
              new EntryItem(
                  item.code(),
                  item.text(),
                  gate.due(),
                  item.gating(),
                  item.flag(),
                  told.ever("checklist", item.code())));
    return items;
  }
}
