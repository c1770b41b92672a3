package org.waymark.pack;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;
import org.waymark.geojson.GeoJson;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Project;
import org.waymark.plan.Track;
import org.waymark.progress.FootprintFeatures;
import org.waymark.township.Township;
import org.waymark.township.Townships;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes the pack of one township; the same content gives the same bytes. */
@Component
class PackBuilder {
  /** Raised with every change that an older phone would misread. */
  static final int FORMAT = 1;

  private final FootprintFeatures features;
  private final Plans plans;
  private final Townships townships;
  private final PackQueries queries;
  private final JsonMapper mapper;

  PackBuilder(
      FootprintFeatures features,
      Plans plans,
      Townships townships,
      PackQueries queries,
      JsonMapper mapper) {
    this.features = features;
    this.plans = plans;
    this.townships = townships;
    this.queries = queries;
    this.mapper = mapper;
  }

  /** One snapshot, so that what it holds was true at one instant. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Pack build(PlanKey key, Caller caller, Township township) {
    Plan plan = plans.get(key);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
    FootprintFeatures.Written written;
    try (JsonGenerator json = mapper.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberProperty("format", FORMAT);
      head(json, plan, township);
      json.writeName("footprints");
      written = features.write(json, plan, caller, township.code());
      tail(json, plan, written, township);
      json.writeEndObject();
    }
    return Pack.of(bytes.toByteArray(), written.count(), written.indicators());
  }

  private void head(JsonGenerator json, Plan plan, Township township) {
    json.writeName("district");
    json.writeStartObject();
    json.writeStringProperty("code", plan.key().districtCode());
    json.writeStringProperty("name", plans.districtName(plan.key()));
    json.writeEndObject();
    json.writeName("plan");
    json.writeStartObject();
    json.writeNumberProperty("year", plan.key().year());
    json.writeNumberProperty("version", plan.version());
    json.writeStringProperty("name", plan.name());
    json.writeEndObject();
    json.writeName("township");
    json.writeStartObject();
    json.writeStringProperty("code", township.code());
    json.writeStringProperty("name", township.name());
    json.writeName("geometry");
    GeoJson.write(json, township.geom());
    json.writeEndObject();
  }

  private void tail(
      JsonGenerator json, Plan plan, FootprintFeatures.Written written, Township township) {
    Instant changed = queries.lastChange(plan.key(), township.code());
    if (written.changedAt() != null && written.changedAt().isAfter(changed))
      changed = written.changedAt();
    json.writeStringProperty("builtAt", changed.toString());
    json.writeName("projects");
    json.writeStartArray();
    for (Project project : plan.projects()) {
      Set<String> held =
          project.tracks().stream()
              .flatMap(t -> t.indicators().stream())
              .map(Indicator::code)
              .filter(written.indicators()::contains)
              .collect(Collectors.toSet());
      if (!held.isEmpty()) project(json, project);
    }
    json.writeEndArray();
    indicators(json, plan, written.indicators());
    neighbours(json, written.townships(), township);
  }

  private static void project(JsonGenerator json, Project project) {
    json.writeStartObject();
    json.writeNumberProperty("number", project.number());
    json.writeStringProperty("name", project.name());
    json.writeStringProperty("shortName", project.shortName());
    json.writeStringProperty("icon", project.icon());
    json.writeEndObject();
  }

  private static void indicators(JsonGenerator json, Plan plan, Set<String> held) {
    json.writeName("indicators");
    json.writeStartArray();
    for (Project project : plan.projects())
      for (Track track : project.tracks())
        for (Indicator indicator : track.indicators())
          if (held.contains(indicator.code())) indicator(json, project, track, indicator);
    json.writeEndArray();
  }

  private static void indicator(
      JsonGenerator json, Project project, Track track, Indicator indicator) {
    json.writeStartObject();
    json.writeStringProperty("code", indicator.code());
    json.writeStringProperty("name", indicator.name());
    json.writeStringProperty("unit", indicator.unit());
    json.writeStringProperty("kind", indicator.geometry().name().toLowerCase());
    json.writeNumberProperty("project", project.number());
    json.writeStringProperty("track", track.code());
    json.writeStringProperty("trackName", track.name());
    json.writeName("steps");
    json.writeStartArray();
    track.steps().forEach(json::writeString);
    json.writeEndArray();
    if (track.countingStep() != null)
      json.writeStringProperty("countingStep", track.countingStep());
    json.writeEndObject();
  }

  /** The other townships that the pack's footprints reach into. */
  private void neighbours(JsonGenerator json, Set<String> reached, Township township) {
    Map<String, String> names =
        townships.list().stream().collect(Collectors.toMap(Township::code, Township::name));
    json.writeName("neighbours");
    json.writeStartArray();
    List.copyOf(reached).stream()
        .filter(code -> !code.equals(township.code()))
        .forEach(
            code -> {
              json.writeStartObject();
              json.writeStringProperty("code", code);
              json.writeStringProperty("name", names.getOrDefault(code, code));
              json.writeEndObject();
            });
    json.writeEndArray();
  }
}
