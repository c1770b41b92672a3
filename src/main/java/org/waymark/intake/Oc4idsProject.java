package org.waymark.intake;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waymark.plan.Indicator;
import org.waymark.plan.Milestone;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.plan.Project.ResponsibleUnit;
import org.waymark.plan.Unit;
import org.waymark.progress.DistrictProgress.GateProgress;
import org.waymark.progress.DistrictProgress.IndicatorProgress;
import org.waymark.progress.DistrictProgress.PercentProgress;
import org.waymark.progress.DistrictProgress.ProjectProgress;
import org.waymark.progress.DistrictProgress.TrackProgress;
import org.waymark.words.Words;
import tools.jackson.core.JsonGenerator;

/** One project of a package; what the plan does not say is left out. */
final class Oc4idsProject {
  private static final Map<String, List<String>> SECTORS =
      Map.of(
          "trail", List.of("cultureSportsAndRecreation"),
          "park", List.of("cultureSportsAndRecreation"),
          "housing", List.of("socialHousing"),
          "source", List.of("waterAndWaste"),
          "outfall", List.of("waterAndWaste"),
          "pipe", List.of("waterAndWaste"),
          "signal", List.of("transport", "transport.road"),
          "road", List.of("transport", "transport.road"),
          "school", List.of("education"));

  private final JsonGenerator out;
  private final Plan plan;
  private final ZoneId zone;
  private final Words words;
  private final String asOf;
  private final Project project;
  private final ProjectProgress progress;

  /**
   * @param progress of the project, as the caller sees it
   * @param zone of the district
   */
  Oc4idsProject(
      JsonGenerator out,
      ExportRows.Basis basis,
      Project project,
      ProjectProgress progress,
      ZoneId zone,
      Words words) {
    this.out = out;
    this.plan = basis.plan();
    this.zone = zone;
    this.words = words;
    this.asOf = time(basis.at(), zone);
    this.project = project;
    this.progress = progress;
  }

  static String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  private String endOf(LocalDate day) {
    return time(day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1), zone);
  }

  /**
   * @param prefix of its id; empty = none
   * @param locations null where it has none
   */
  void write(String prefix, ExportDraft locations) {
    out.writeStartObject();
    out.writeStringProperty(
        "id",
        "%s%s-%d-%02d"
            .formatted(
                prefix.isEmpty() ? "" : prefix + "-",
                plan.key().districtCode(),
                plan.key().year(),
                project.number()));
    out.writeStringProperty("title", project.name());
    text("description", project.scope());
    out.writeStringProperty("updated", asOf);
    out.writeStringProperty("status", status());
    period();
    sectors();
    if (locations != null) locations(locations);
    parties();
    forecasts();
    metrics();
    milestones();
    out.writeEndObject();
  }

  private void text(String name, String value) {
    if (value != null && !value.isBlank()) out.writeStringProperty(name, value);
  }

  private String status() {
    return switch (progress.lifecycle()) {
      case NOT_STARTED -> "identification";
      case PREPARING -> "preparation";
      case UNDER_WAY -> "implementation";
      case BUILT_UNVERIFIED -> "completion";
      case COMPLETED -> "completed";
    };
  }

  /** When it began nobody said; it ends with its last milestone. */
  private void period() {
    lastDue()
        .ifPresent(
            due -> {
              out.writeObjectPropertyStart("period");
              out.writeStringProperty("endDate", endOf(due));
              out.writeEndObject();
            });
  }

  private Optional<LocalDate> lastDue() {
    return project.tracks().stream()
        .flatMap(t -> t.milestones().stream())
        .filter(m -> !m.setsNoTarget())
        .map(Milestone::due)
        .max(LocalDate::compareTo);
  }

  private void sectors() {
    List<String> sectors = SECTORS.get(project.icon());
    if (sectors == null) return;
    out.writeArrayPropertyStart("sector");
    sectors.forEach(out::writeString);
    out.writeEndArray();
  }

  private void locations(ExportDraft draft) {
    out.writeArrayPropertyStart("locations");
    draft.each(out::writeRawValue);
    out.writeEndArray();
  }

  /** Which of them leads is inferred in every plan, so that none is called the authority. */
  private void parties() {
    if (project.units().isEmpty()) return;
    out.writeArrayPropertyStart("parties");
    for (ResponsibleUnit unit : project.units()) {
      out.writeStartObject();
      out.writeStringProperty("id", plan.key().districtCode() + "-" + unit.unitCode());
      out.writeStringProperty("name", nameOf(unit));
      out.writeArrayPropertyStart("roles");
      out.writeString("publicAuthority");
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private String nameOf(ResponsibleUnit unit) {
    return plan.units().stream()
        .filter(u -> u.code().equals(unit.unitCode()))
        .map(Unit::name)
        .findFirst()
        .orElse(unit.unitCode());
  }

  /** What the plan sets. */
  private void forecasts() {
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
          lastDue().map(this::endOf).orElse(null),
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
            .ifPresent(m -> text("description", m.text()));
        out.writeStringProperty("dueDate", endOf(gate.due()));
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
