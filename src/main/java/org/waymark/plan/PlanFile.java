package org.waymark.plan;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.waymark.plan.Project.Flag;
import org.waymark.plan.Project.ResponsibleUnit;
import org.waymark.plan.Project.Tier;

/**
 * Reads a plan file. Nothing of a faulty file is used; the problem names every fault with its line.
 */
final class PlanFile {
  /**
   * @param plan version 0: it has not been stored
   */
  record Content(Plan plan, String districtName) {}

  private final PlanFaults faults = new PlanFaults();
  private final PlanLines lines = new PlanLines();

  /**
   * @throws org.waymark.problem.Problem {@code faulty-plan} with all faults
   */
  static Content read(InputStream yaml) {
    return new PlanFile().readAll(yaml);
  }

  private Content readAll(InputStream yaml) {
    Optional<Node> root = compose(yaml);
    if (root.isEmpty() && faults.isEmpty()) faults.add(1, null, "plan", "", "missing");
    faults.throwIfAny();
    PlanNode file = new PlanNode(root.get(), null, faults);
    PlanNode header = file.nested("plan");
    List<Unit> units = file.required("units").stream().map(this::unit).toList();
    List<Project> projects = projects(file);
    file.nothingElse();
    if (header == null) faults.throwIfAny();
    Content content = content(header, units, projects);
    new PlanChecks(content.plan(), header, lines).check();
    header.nothingElse();
    faults.throwIfAny();
    return content;
  }

  private Optional<Node> compose(InputStream yaml) {
    LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
    try {
      return new Compose(settings).composeInputStream(yaml);
    } catch (YamlEngineException e) {
      int line =
          e instanceof MarkedYamlEngineException marked
              ? marked.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1)
              : 1;
      String said = e instanceof MarkedYamlEngineException m ? m.getProblem() : e.getMessage();
      faults.add(line, null, "", said, "not-yaml");
      return Optional.empty();
    }
  }

  private Content content(PlanNode header, List<Unit> units, List<Project> projects) {
    String district = header.text("district");
    String districtName = header.text("districtName");
    header.text("year");
    int year = header.whole("year", 0);
    String name = header.text("name");
    String document = header.text("document");
    LocalDate issued = header.day("issued");
    String source = header.text("source");
    return new Content(
        new Plan(key(header, district, year), 0, name, document, issued, source, units, projects),
        districtName);
  }

  /** A stand-in key when the file's is faulty, so that the rest can be checked. */
  private PlanKey key(PlanNode header, String district, int year) {
    try {
      return new PlanKey(district, year);
    } catch (IllegalArgumentException e) {
      boolean ofYear = e.getMessage().startsWith("plan year");
      if (ofYear || district != null) header.fault(ofYear ? "year" : "district", "not-a-key");
      return ofYear ? new PlanKey(district, 2000) : new PlanKey("000000", Math.max(year, 2000));
    }
  }

  private Unit unit(PlanNode node) {
    Unit unit = new Unit(node.text("code"), node.text("name"), node.texts("aliases"));
    node.nothingElse();
    return lines.keep(unit, node);
  }

  private List<Project> projects(PlanNode file) {
    List<Project> projects = new ArrayList<>();
    for (Node item : file.items("projects")) {
      PlanNode first = new PlanNode(item, null, new PlanFaults());
      int number = first.whole("number", 0);
      projects.add(project(file.ofProject(item, number == 0 ? null : number)));
    }
    if (projects.isEmpty()) file.fault("projects", "missing");
    return List.copyOf(projects);
  }

  private Project project(PlanNode node) {
    node.text("number");
    Project project =
        new Project(
            node.whole("number", 0),
            node.text("name"),
            node.text("shortName"),
            node.choice("tier", Tier.class, null),
            node.text("icon"),
            node.choice("sensitivity", Sensitivity.class, Sensitivity.PUBLIC),
            node.flag("personal", false),
            node.text("scope"),
            responsible(node),
            node.optional("flags").stream().map(this::flag).toList(),
            node.required("tracks").stream()
                .map(track -> new TrackSection(track, lines).read())
                .toList());
    node.nothingElse();
    return lines.keep(project, node);
  }

  /** First printed = lead. */
  private List<ResponsibleUnit> responsible(PlanNode project) {
    List<ResponsibleUnit> units = new ArrayList<>();
    for (PlanNode node : project.required("units")) {
      var unit =
          new ResponsibleUnit(
              Objects.requireNonNullElse(node.text("unit"), ""),
              node.optionalText("annex1"),
              node.optionalText("annex2"),
              units.isEmpty());
      node.nothingElse();
      units.add(lines.keep(unit, node));
    }
    return List.copyOf(units);
  }

  private Flag flag(PlanNode node) {
    Flag flag = new Flag(node.text("code"), node.optionalText("about"), node.text("text"));
    node.nothingElse();
    return lines.keep(flag, node);
  }
}
