package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.Ground;
import org.waymark.WaymarkIT;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.completion.CompletionReport;
import org.waymark.completion.CompletionReport.Kind;
import org.waymark.completion.CompletionReport.Method;
import org.waymark.completion.CompletionReport.MetreRange;
import org.waymark.completion.Completions;
import org.waymark.footprint.FootprintVersion;
import org.waymark.intake.Imports.Acceptance;
import org.waymark.intake.Mapping.From;
import org.waymark.plan.PlanKey;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;

/** What an acceptance does to reports, and how imports are taken back one after the other. */
@WaymarkIT
class AcceptanceIT extends FileSteps {
  @Autowired Completions completions;
  @Autowired Accounts accounts;
  @Autowired MovedReports moved;
  @Autowired TownshipDestination boundaries;

  @Test
  void reports_that_would_move_are_shown_before_and_wait_for_a_reviewer_after() {
    accept(files.text("roads.geojson", ROADS), "file");
    Caller crew = crew();
    UUID near = report(crew, "09.1-901", 100, 300);
    UUID far = report(crew, "09.1-901", 1000, 1200);
    UUID ending = report(crew, "09.1-902", 0, 500);
    // bent away by about 30 m behind its middle; the first half stays
    String bent =
        ROADS
            .replace("[108.78,29.54]", "[108.775,29.535],[108.7779,29.5374],[108.78,29.54]")
            .replace("\"编号\":\"09.1-902\"", "\"编号\":\"09.1-903\"");
    Import mapped = mapped(files.text("bent.geojson", bent), "file");
    MovedReports.Moves moves = moved.list(key, mapped, List.of());
    assertThat(moves.reports()).singleElement();
    MovedReports.Move move = moves.reports().get(0);
    assertThat(move.reportId()).isEqualTo(far.toString());
    assertThat(move.project()).isEqualTo(9);
    assertThat(move.why()).isEqualTo("moved");
    assertThat(move.movedM()).isBetween(5.0, 40.0);
    assertThat(move.before()).containsExactly(new double[] {1000, 1200});
    assertThat(move.after().get(0)[0]).isCloseTo(1000, within(30.0));
    assertThat(moved.list(key, mapped, List.of("09.1-902")).reports())
        .extracting(MovedReports.Move::why)
        .containsExactlyInAnyOrder("moved", "retired");
    assertThat(completions.get(crew, far).state()).isEqualTo("received");

    imports.accept(
        null,
        key,
        mapped.number(),
        new Acceptance(List.of("new", "changed"), null, List.of("09.1-902")));
    assertThat(completions.get(crew, far).conflict().reason()).isEqualTo("moved");
    assertThat(completions.get(crew, ending).conflict().reason()).isEqualTo("retired");
    assertThat(completions.get(crew, near).conflict()).isNull();

    imports.undo(null, key, mapped.number(), "图纸作废");
    assertThat(completions.get(crew, far).conflict()).isNull();
    assertThat(completions.get(crew, ending).conflict()).isNull();
  }

  @Test
  void without_a_plan_no_file_is_taken_in() throws Exception {
    Path file = files.text("roads.geojson", ROADS);
    for (PlanKey none : List.of(new PlanKey(key.districtCode(), 2031), new PlanKey("999999", 2026)))
      try (InputStream in = Files.newInputStream(file)) {
        assertThat(refused(() -> imports.receive(null, none, in, "roads.geojson")).type())
            .isEqualTo(ProblemType.NOT_FOUND);
      }
  }

  @Test
  void says_in_words_why_nothing_is_brought_in() {
    Import mapped = mapped(files.text("roads.geojson", ROADS), "file");
    Acceptance none = new Acceptance(List.of(), null, null);
    Problem refused = refused(() -> imports.accept(null, key, mapped.number(), none));
    assertThat(refused.args().get("state")).hasToString("没有可导入的内容");
  }

  @Test
  void a_system_in_which_the_positions_are_nowhere_is_told_apart_from_a_damaged_file() {
    Import found = receive(files.text("roads.geojson", ROADS));
    assertThat(refused(() -> imports.read(key, found.number(), 0, null, "EPSG:4526")).faults())
        .extracting(Fault::key)
        .containsExactly("intake.wrongCrs");
  }

  /** Both townships of the district's middle may be crossed: the crew covers all. */
  private Caller crew() {
    String name = "crew" + key.districtCode();
    accounts.create(
        new NewAccount(name, "施工员", Role.CREW, null, null, List.of("500114001")),
        "correct horse battery");
    Caller made = accounts.getCaller(name);
    return new Caller(
        made.accountId(),
        key.districtCode(),
        name,
        "施工员",
        Role.CREW,
        null,
        Optional.empty(),
        Optional.empty());
  }

  private UUID report(Caller crew, String footprint, double from, double to) {
    UUID id = UUID.randomUUID();
    completions.submit(
        crew,
        key,
        id,
        new CompletionReport(
            footprint,
            1,
            Kind.DONE,
            null,
            new MetreRange(from, to),
            null,
            null,
            null,
            clock.now().minusSeconds(60),
            Method.WALK,
            8.0,
            List.of(),
            null));
    return id;
  }

  @Test
  void an_older_import_is_taken_back_once_the_newer_ones_are() {
    Import first = accept(files.text("roads.geojson", ROADS), "file");
    Import second = accept(files.text("wider.geojson", ROADS.replace("1.48", "1.52")), "file");
    assertThat(refused(() -> imports.undo(null, key, first.number(), "错")).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.key()).isEqualTo("footprint.changedSince");
              assertThat(fault.args().get("since"))
                  .asString()
                  .startsWith("import 2: wider.geojson");
            });
    imports.undo(null, key, second.number(), "错");
    assertThat(current("09.1-901").version()).isEqualTo(3);
    imports.undo(null, key, first.number(), "错");
    assertThat(footprints.list(key)).isEmpty();
    Import third = accept(files.text("again.geojson", ROADS), "file");
    assertThat(current("09.1-901").version()).isEqualTo(4);
    assertThat(third.counts()).isEqualTo(Map.of("new", 2));
    imports.undo(null, key, third.number(), "错");
    assertThat(footprints.list(key)).isEmpty();
  }

  @Test
  void a_retired_footprint_comes_back_by_undo_and_goes_by_another() {
    Import first = accept(files.text("roads.geojson", ROADS), "file");
    FootprintVersion road = current("09.1-902");
    Import without =
        mapped(files.text("one.geojson", ROADS.replace("09.1-902", "09.1-904")), "file");
    imports.accept(
        null, key, without.number(), new Acceptance(List.of(), null, List.of("09.1-902")));
    assertThat(footprints.findCurrent(key, "09.1-904")).isEmpty();
    assertThat(refused(() -> imports.undo(null, key, first.number(), "错")).faults())
        .extracting(Fault::pointer)
        .containsExactly("09.1-902");
    imports.undo(null, key, without.number(), "仍要保留");
    assertThat(current("09.1-902").geom().equalsExact(road.geom())).isTrue();
    imports.undo(null, key, first.number(), "错");
    assertThat(footprints.list(key)).isEmpty();
  }

  @Test
  void some_are_taken_and_what_columns_mean_is_remembered() {
    Import mapped = mapped(files.text("roads.geojson", ROADS), "file");
    Map<String, From> fields = new HashMap<>(mapped.mapping().fields());
    fields.put("name", new From("编号", null));
    imports.map(key, mapped.number(), new Mapping(null, fields, true, false));
    Acceptance second = new Acceptance(List.of(), null, List.of(2), null);
    assertThat(imports.accept(null, key, mapped.number(), second).counts())
        .isEqualTo(Map.of("new", 1));
    assertThat(footprints.list(key)).extracting(FootprintVersion::name).containsExactly("09.1-902");
    Import again = receive(files.text("other.geojson", ROADS.replace("901", "905")));
    Mapping remembered = imports.read(key, again.number(), 0, null, "file").mapping();
    assertThat(remembered.from("name")).isEqualTo(new From("编号", null));
    assertThat(remembered.quantityFromGround()).isTrue();
    Acceptance none = new Acceptance(null, null, List.of(99), null);
    imports.map(key, again.number(), remembered);
    assertThat(refused(() -> imports.accept(null, key, again.number(), none)).type())
        .isEqualTo(ProblemType.IMPORT_STATE);
    Acceptance allButOne = new Acceptance(List.of("new"), List.of(1), null, null);
    assertThat(refused(() -> imports.accept(null, key, again.number(), allButOne)).type())
        .isEqualTo(ProblemType.IMPORT_STATE);
  }

  @Test
  void a_number_is_given_once_even_where_an_import_is_given_up() {
    Path roads = files.text("roads.geojson", ROADS);
    Import given = receive(roads);
    imports.discard(key, given.number());
    assertThat(receive(roads).number()).isEqualTo(given.number() + 1);
  }

  @Test
  void boundaries_are_taken_back_one_after_the_other() {
    String layer =
        new String(Ground.base(key.districtCode(), "x").townships(), StandardCharsets.UTF_8);
    Import first = named(layer, "甲");
    Import second = named(layer, "乙");
    assertThat(refused(() -> imports.undo(null, key, first.number(), "错")).faults())
        .extracting(Fault::key)
        .containsExactly("intake.layerChangedSince");
    imports.undo(null, key, second.number(), "错");
    assertThat(townships.list(key.districtCode())).allMatch(t -> t.name().endsWith("甲"));
    imports.undo(null, key, first.number(), "错");
    assertThat(townships.list(key.districtCode())).noneMatch(t -> t.name().endsWith("甲"));
    assertThat(townships.currentLayerVersion(key.districtCode())).isEqualTo(5);
  }

  /** The same boundaries, each name with a sign behind it. */
  private Import named(String layer, String sign) {
    Path file =
        files.text(
            "t" + sign + ".geojson",
            layer.replaceAll("(\"name\":\\s*\"[^\"]*)\"", "$1" + sign + "\""));
    Import read = imports.read(key, receive(file).number(), 0, null, "file");
    Import mapped =
        imports.map(
            key, read.number(), new Mapping("townships", read.mapping().fields(), false, false));
    assertThat(boundaries.listSplitChanges(key, mapped)).isEmpty();
    return imports.accept(null, key, mapped.number(), ALL);
  }
}
