package org.waymark.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.waymark.plan.Milestone;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.plan.Project.ResponsibleUnit;
import org.waymark.plan.Unit;
import org.waymark.progress.DistrictProgress.ProjectProgress;
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
    this.asOf =
        basis.at().equals(endOf(basis.day(), zone)) ? endOf(basis.day()) : time(basis.at(), zone);
    this.project = project;
    this.progress = progress;
  }

  static String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        at.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  private String endOf(LocalDate day) {
    return time(endOf(day, zone).minusSeconds(1), zone);
  }

  private static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
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
    new Oc4idsFigures(out, plan, progress, asOf, this::endOf, words).write(project, lastDue());
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
}
