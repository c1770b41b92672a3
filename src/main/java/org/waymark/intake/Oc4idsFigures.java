package org.waymark.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.progress.DistrictProgress.GateProgress;
import org.waymark.progress.DistrictProgress.IndicatorProgress;
import org.waymark.progress.DistrictProgress.PercentProgress;
import org.waymark.progress.DistrictProgress.ProjectProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.words.Words;
import tools.jackson.core.JsonGenerator;

/** Targets, figures and milestones of one project of a package. */
final class Oc4idsFigures {
  private final JsonGenerator out;
  private final Plan plan;
  private final ProjectProgress progress;
  private final String asOf;
  private final Function<LocalDate, String> endOf;
  private final Words words;

  /**
   * @param asOf until when the figures are
   * @param endOf a day's last second, as text
   */
  Oc4idsFigures(
      JsonGenerator out,
      Plan plan,
      ProjectProgress progress,
      String asOf,
      Function<LocalDate, String> endOf,
      Words words) {
    this.out = out;
    this.plan = plan;
    this.progress = progress;
    this.asOf = asOf;
    this.endOf = endOf;
    this.words = words;
  }

  /**
   * @param last day on which something of the project is due
   */
  void write(Project project, Optional<LocalDate> last) {
    forecasts(project, last);
    metrics();
    milestones();
  }

  /** What the plan sets. */
  private void forecasts(Project project, Optional<LocalDate> last) {
    List<Indicator> set =
        project.tracks().stream()
            .flatMap(t -> t.indicators().stream())
            .filter(i -> i.target() != null)
            .toList();
    if (set.isEmpty()) return;
    out.writeArrayPropertyStart("forecasts");
    for (Indicator indicator : set) {
      metric(indicator.code(), indicator.name());
      observation(
          indicator.code() + "-target",
          last.map(endOf).orElse(null),
          indicator.target(),
          indicator.unit(),
          Map.of("comparator", indicator.comparator().name().toLowerCase(Locale.ROOT)));
      endMetric();
    }
    out.writeEndArray();
  }

  /** What was reported and what was verified by the day. */
  private void metrics() {
    boolean any = progress.tracks().stream().anyMatch(this::hasFigures);
    if (!any) return;
    out.writeArrayPropertyStart("metrics");
    if (progress.tracks().stream().anyMatch(t -> hasPercent(t.percent()))) {
      metric("physicalProgress", words.text("export.physical-progress", Map.of()));
      for (TrackProgress track : progress.tracks()) percents(track);
      endMetric();
    }
    for (TrackProgress track : progress.tracks())
      for (IndicatorProgress indicator : track.indicators())
        if (indicator.reported() != null || indicator.verified() != null) {
          metric(indicator.code(), indicator.name());
          side(indicator.code(), "reported", indicator.reported(), indicator.unit(), null);
          side(indicator.code(), "verified", indicator.verified(), indicator.unit(), null);
          endMetric();
        }
    out.writeEndArray();
  }

  private boolean hasFigures(TrackProgress track) {
    return hasPercent(track.percent())
        || track.indicators().stream().anyMatch(i -> i.reported() != null || i.verified() != null);
  }

  private static boolean hasPercent(PercentProgress percent) {
    return percent != null && (percent.reported() != null || percent.verified() != null);
  }

  private void percents(TrackProgress track) {
    if (track.percent() == null) return;
    side(track.code(), "reported", track.percent().reported(), "%", track.code());
    side(track.code(), "verified", track.percent().verified(), "%", track.code());
  }

  private void side(String id, String status, BigDecimal value, String unit, String track) {
    if (value == null) return;
    Map<String, String> dimensions = new TreeMap<>(Map.of("status", status));
    if (track != null) dimensions.put("track", track);
    observation(id + "-" + status, asOf, value, unit, dimensions);
  }

  private void metric(String id, String title) {
    out.writeStartObject();
    out.writeStringProperty("id", id);
    out.writeStringProperty("title", title);
    out.writeArrayPropertyStart("observations");
  }

  private void endMetric() {
    out.writeEndArray();
    out.writeEndObject();
  }

  private void observation(
      String id, String until, BigDecimal value, String unit, Map<String, String> dimensions) {
    out.writeStartObject();
    out.writeStringProperty("id", id);
    if (until != null) {
      out.writeObjectPropertyStart("period");
      out.writeStringProperty("endDate", until);
      out.writeEndObject();
    }
    out.writeStringProperty("measure", value.toPlainString());
    out.writeObjectPropertyStart("unit");
    out.writeStringProperty("name", unit);
    out.writeEndObject();
    out.writeName("dimensions");
    out.writePOJO(dimensions);
    out.writeEndObject();
  }

  private void milestones() {
    boolean any =
        progress.tracks().stream()
            .anyMatch(t -> t.gates().stream().anyMatch(g -> statusOf(g) != null));
    if (!any) return;
    out.writeArrayPropertyStart("milestones");
    for (TrackProgress track : progress.tracks())
      for (GateProgress gate : track.gates()) {
        String status = statusOf(gate);
        if (status == null) continue;
        out.writeStartObject();
        out.writeStringProperty("id", track.code() + "@" + gate.due());
        out.writeStringProperty("title", track.name() + " " + gate.due());
        out.writeStringProperty("type", "delivery");
        plan.findTrack(track.code()).stream()
            .flatMap(t -> t.milestones().stream())
            .filter(m -> m.due().equals(gate.due()))
            .findFirst()
            .filter(m -> m.text() != null && !m.text().isBlank())
            .ifPresent(m -> out.writeStringProperty("description", m.text()));
        out.writeStringProperty("dueDate", endOf.apply(gate.due()));
        out.writeStringProperty("status", status);
        out.writeEndObject();
      }
    out.writeEndArray();
  }

  /** Null where the gate asks for nothing, or nothing of it can be computed. */
  private static String statusOf(GateProgress gate) {
    return switch (gate.status()) {
      case MET, LATE_DONE -> "met";
      case LATE -> "notMet";
      case PENDING, GRACE, UPCOMING -> "scheduled";
      case OPEN, NONE -> null;
    };
  }
}
