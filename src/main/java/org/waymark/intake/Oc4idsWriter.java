package org.waymark.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.waymark.calendar.DistrictClock;
import org.waymark.plan.Indicator;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.plan.Project;
import org.waymark.progress.DistrictProgress.ProjectProgress;
import org.waymark.words.Words;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a project package of the Open Contracting for Infrastructure Data Standard 0.9: the
 * projects that have something to build. What the plan does not say (budget, kind of work,
 * contracts) is left out; fields without a value are, too, as the standard wants it.
 */
@Component
class Oc4idsWriter {
  private final Plans plans;
  private final DistrictClock clock;
  private final Words words;
  private final JsonMapper json;
  private final String prefix;

  /**
   * @param prefix of project ids, as registered with the standard; empty = none
   */
  Oc4idsWriter(
      Plans plans,
      DistrictClock clock,
      Words words,
      JsonMapper json,
      @Value("${waymark.intake.oc4ids-prefix:}") String prefix) {
    this.plans = plans;
    this.clock = clock;
    this.words = words;
    this.json = json;
    this.prefix = prefix;
  }

  /**
   * @param address of the package
   * @throws org.waymark.problem.Problem UNREADABLE_FILE where no project is left
   */
  void write(Path to, ExportWish wish, ExportRows.Basis basis, ExportDrafts drafts, String address)
      throws IOException {
    Map<Integer, ProjectProgress> progress = new HashMap<>();
    basis.progress().projects().forEach(p -> progress.put(p.number(), p));
    List<Project> projects =
        basis.plan().projects().stream()
            .filter(p -> progress.containsKey(p.number()))
            .filter(
                p ->
                    p.tracks().stream()
                        .anyMatch(t -> t.indicators().stream().anyMatch(Indicator::mapped)))
            .filter(p -> wish.townships().isEmpty() || drafts.ofProject(p.number()) != null)
            .toList();
    if (projects.isEmpty()) throw Refused.because("nothingToExport");
    PlanKey key = basis.plan().key();
    try (BufferedWriter file = Files.newBufferedWriter(to);
        JsonGenerator out = json.createGenerator(file)) {
      out.writeStartObject();
      out.writeStringProperty("uri", address);
      out.writeStringProperty("publishedDate", Oc4idsProject.time(basis.at(), clock.zone()));
      out.writeStringProperty("version", "0.9");
      out.writeObjectPropertyStart("publisher");
      out.writeStringProperty("name", plans.districtName(key));
      out.writeEndObject();
      out.writeArrayPropertyStart("projects");
      for (Project project : projects)
        new Oc4idsProject(out, basis, project, progress.get(project.number()), clock.zone(), words)
            .write(prefix, drafts.ofProject(project.number()));
      out.writeEndArray();
      out.writeEndObject();
    }
  }
}
