package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.waymark.Ground;
import org.waymark.WaymarkIT;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.Footprints;
import org.waymark.intake.GroundExports.Written;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;
import org.waymark.township.Townships;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever goes out is what its caller may see, and comes in again unchanged. */
@WaymarkIT
class ExportIT {
  private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
  private static final PlanKey KEY = new PlanKey("990590", 2026);
  private static boolean loaded;
  private int files;
  @Autowired GroundExports exports;
  @Autowired ExportOrders orders;
  @Autowired Imports imports;
  @Autowired Preview preview;
  @Autowired Footprints footprints;
  @Autowired Townships townships;
  @Autowired Plans plans;
  @Autowired DistrictClock clock;
  @TempDir Path temp;
  private final JsonMapper json = new JsonMapper();

  @BeforeEach
  void a_district() {
    LocaleContextHolder.setLocale(Locale.CHINA);
    if (loaded) return;
    loaded = true;
    plans.load(Ground.plan(KEY.districtCode()), JANUARY, null);
    clock.at(
        JANUARY,
        () -> {
          townships.load(KEY.districtCode(), Ground.base(KEY.districtCode(), "test"));
          return footprints.load(KEY, Ground.footprints(), "test");
        });
  }

  /** Lines, areas with nine decimals and points of the project with the most kinds of ground. */
  @ParameterizedTest
  @CsvSource({
    "GPKG,EPSG:4490,UTF-8",
    "GPKG,EPSG:4326,UTF-8",
    "GPKG,EPSG:4545,UTF-8",
    "SHP,EPSG:4490,UTF-8",
    "SHP,EPSG:4545,GBK",
    "GEOJSON,EPSG:4490,UTF-8",
    "KML,EPSG:4490,UTF-8",
    "XLSX,EPSG:4326,UTF-8",
    "XLSX,EPSG:4545,UTF-8",
    "OC4IDS,EPSG:4490,UTF-8"
  })
  void footprints_come_in_again_unchanged(ExportKind kind, String crs, String encoding)
      throws IOException {
    long waterSources =
        footprints.list(KEY).stream().filter(v -> v.indicatorCode().startsWith("04.")).count();
    Written out =
        exports.write(
            planner(),
            KEY,
            new ExportWish(
                kind, EnumSet.of(ExportLayer.FOOTPRINTS), crs, encoding, Set.of(4), Set.of(), null),
            "http://localhost/x");
    Import received = receive(out.file());
    exports.delete(out);
    assertThat(Files.exists(out.file().getParent())).isFalse();
    int features = 0;
    for (int layer = 0; layer < received.found().layers().size(); layer++) {
      Import read = imports.read(KEY, received.number(), layer, null, "file");
      Import mapped = imports.map(KEY, read.number(), read.mapping());
      assertThat(mapped.counts())
          .as(kind + " " + preview.list(KEY, mapped, "changed", null, 0, 2).features())
          .doesNotContainKeys("new", "changed", "faulty");
      features += mapped.reading().features();
    }
    assertThat(features).as(kind.name()).isEqualTo((int) waterSources);
    imports.discard(KEY, received.number());
  }

  /** Boundaries take more than a cell of a sheet holds. */
  @ParameterizedTest
  @CsvSource({
    "GPKG,EPSG:4545",
    "SHP,EPSG:4490",
    "GEOJSON,EPSG:4490",
    "KML,EPSG:4490",
    "XLSX,EPSG:4545"
  })
  void townships_come_in_again_unchanged(ExportKind kind, String crs) throws IOException {
    Import received = receive(write(kind, crs, ExportLayer.TOWNSHIPS));
    Import read = imports.read(KEY, received.number(), 0, null, "file");
    Import mapped =
        imports.map(
            KEY, read.number(), new Mapping("townships", read.mapping().fields(), false, false));
    assertThat(mapped.counts()).isEqualTo(java.util.Map.of("unchanged", 30, "missing", 0));
    imports.discard(KEY, received.number());
  }

  @ParameterizedTest
  @CsvSource({"GPKG", "SHP", "GEOJSON", "KML", "XLSX"})
  void all_layers_go_into_one_file_that_others_read(ExportKind kind) throws Exception {
    Path file = write(kind, "EPSG:4490", ExportLayer.values());
    List<String> layers = layers(file);
    assertThat(layers)
        .as(kind.name())
        .anyMatch(l -> l.startsWith("footprints"))
        .anyMatch(l -> l.startsWith("townships"))
        .anyMatch(l -> l.startsWith("progress"))
        .anyMatch(l -> l.startsWith("figures"));
  }

  @Test
  void a_shapefile_says_its_encoding_and_cuts_names_between_characters() throws IOException {
    for (String encoding : List.of("GBK", "UTF-8"))
      try (ZipFile zip = new ZipFile(write(ExportKind.SHP, encoding).toFile())) {
        assertThat(new String(read(zip, "footprints-line.cpg"), StandardCharsets.US_ASCII))
            .isEqualTo(encoding.equals("GBK") ? "GBK" : "UTF-8");
        assertThat(new String(read(zip, "footprints-line.dbf"), Charset.forName(encoding)))
            .contains("左岸步道")
            .doesNotContain("\ufffd");
      }
  }

  @Test
  void each_role_is_sent_its_projects_and_townships_and_nothing_else() throws IOException {
    String town = "990590001";
    for (Role role : Role.values()) {
      Caller all = caller(role, Optional.empty(), Optional.empty());
      assertThat(codes(all, ExportLayer.FOOTPRINTS, Set.of(), Set.of()))
          .hasSize(footprints.list(KEY).size());
      Caller few = caller(role, Optional.of(Set.of(1, 4, 9)), Optional.of(Set.of(town)));
      Set<String> seen = new TreeSet<>();
      footprints.list(KEY).stream()
          .filter(f -> f.indicatorCode().matches("0[149]\\..*"))
          .filter(
              f ->
                  footprints.listShares(KEY, f.code(), f.version()).stream()
                      .anyMatch(s -> s.townshipCode().equals(town)))
          .forEach(f -> seen.add(f.code()));
      assertThat(seen).as(role.code()).isNotEmpty();
      for (ExportLayer layer : List.of(ExportLayer.FOOTPRINTS, ExportLayer.PROGRESS))
        assertThat(codes(few, layer, Set.of(), Set.of())).as(role.code()).isEqualTo(seen);
      assertThat(codes(few, ExportLayer.TOWNSHIPS, Set.of(), Set.of())).containsExactly(town);
      for (JsonNode row : rows(few, ExportLayer.FIGURES, Set.of(), Set.of())) {
        assertThat(row.path("project").asInt()).isIn(1, 4, 9);
        assertThat(row.path("township").asString("")).isIn("", town);
      }
    }
  }

  @Test
  void a_selection_only_narrows_what_the_caller_may_see() throws IOException {
    Caller nine = caller(Role.UNIT, Optional.of(Set.of(9)), Optional.empty());
    assertThat(codes(nine, ExportLayer.FOOTPRINTS, Set.of(9, 18), Set.of()))
        .isNotEmpty()
        .allMatch(c -> c.startsWith("09."));
    assertThat(codes(nine, ExportLayer.FOOTPRINTS, Set.of(18), Set.of())).isEmpty();
    List<String> codes =
        townships.list(KEY.districtCode()).stream().map(t -> t.code()).limit(2).toList();
    Set<String> both =
        new HashSet<>(codes(planner(), ExportLayer.FOOTPRINTS, Set.of(), Set.of(codes.get(0))));
    both.addAll(codes(planner(), ExportLayer.FOOTPRINTS, Set.of(), Set.of(codes.get(1))));
    assertThat(codes(planner(), ExportLayer.FOOTPRINTS, Set.of(), new TreeSet<>(codes)))
        .isEqualTo(both);
    assertThat(refused(() -> wish(ExportKind.KML, "EPSG:4545"))).containsExactly("intake.degrees");
    assertThat(refused(() -> wish(ExportKind.GPKG, "EPSG:3857"))).containsExactly("intake.crs");
    assertThat(refused(() -> ExportLayer.of(List.of("photos")))).containsExactly("intake.layer");
  }

  @Test
  void the_console_writes_a_file_once_and_says_what_it_cannot() {
    Path file = temp.resolve("roads.kml");
    assertThat(orders.carryOut(KEY, order(file))).isPositive();
    assertThat(catchThrowableOfType(Problem.class, () -> orders.carryOut(KEY, order(file))).args())
        .hasToString("{detail=" + file + " exists}");
    Path unknown = temp.resolve("roads.dwg");
    assertThat(
            catchThrowableOfType(Problem.class, () -> orders.carryOut(KEY, order(unknown))).type())
        .isEqualTo(ProblemType.NOT_FOUND);
  }

  private static ExportOrder order(Path file) {
    return new ExportOrder(file, List.of(), null, null, Set.of(9), Set.of(), null);
  }

  @Test
  void projects_go_out_as_the_standard_wants_them() throws IOException {
    Written out =
        exports.write(
            planner(), KEY, wish(ExportKind.OC4IDS, "EPSG:4490"), "http://localhost/api/x?y=1");
    JsonNode root = json.readTree(Files.readString(out.file()));
    exports.delete(out);
    assertThat(Oc4idsRules.broken(root)).isEmpty();
    List<JsonNode> projects = new ArrayList<>();
    root.path("projects").forEach(projects::add);
    assertThat(projects).hasSizeBetween(15, 24);
    JsonNode roads =
        projects.stream().filter(p -> p.path("id").asString().endsWith("-09")).findFirst().get();
    assertThat(roads.path("sector").toString()).isEqualTo("[\"transport\",\"transport.road\"]");
    assertThat(roads.path("locations").size()).isPositive();
    assertThat(roads.has("budget")).isFalse();
    assertThat(
            roads.path("forecasts").get(0).path("observations").get(0).path("measure").asString())
        .isEqualTo("30");
    assertThat(roads.path("period").path("endDate").asString())
        .isEqualTo("2026-12-31T23:59:59+08:00");
  }

  private byte[] read(ZipFile zip, String entry) throws IOException {
    try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
      return in.readAllBytes();
    }
  }

  private Set<String> codes(
      Caller caller, ExportLayer layer, Set<Integer> projects, Set<String> towns)
      throws IOException {
    Set<String> codes = new TreeSet<>();
    for (JsonNode row : rows(caller, layer, projects, towns))
      codes.add(row.path("code").asString());
    return codes;
  }

  private List<JsonNode> rows(
      Caller caller, ExportLayer layer, Set<Integer> projects, Set<String> towns)
      throws IOException {
    Written out;
    try {
      out =
          exports.write(
              caller,
              KEY,
              new ExportWish(
                  ExportKind.GEOJSON,
                  EnumSet.of(layer),
                  "EPSG:4490",
                  "UTF-8",
                  projects,
                  towns,
                  null),
              "http://localhost/x");
    } catch (Problem nothing) {
      assertThat(nothing.faults()).extracting(Fault::key).containsExactly("intake.nothingToExport");
      return List.of();
    }
    try {
      List<JsonNode> rows = new ArrayList<>();
      json.readTree(Files.readString(out.file()))
          .path("features")
          .forEach(f -> rows.add(f.path("properties")));
      return rows;
    } finally {
      exports.delete(out);
    }
  }

  private Path write(ExportKind kind, String encoding) throws IOException {
    return kept(
        new ExportWish(
            kind,
            EnumSet.of(ExportLayer.FOOTPRINTS),
            "EPSG:4490",
            encoding,
            Set.of(1),
            Set.of(),
            null));
  }

  private Path write(ExportKind kind, String crs, ExportLayer... layers) throws IOException {
    return kept(new ExportWish(kind, Set.of(layers), crs, "UTF-8", Set.of(), Set.of(), null));
  }

  private Path kept(ExportWish wish) throws IOException {
    Written out = exports.write(planner(), KEY, wish, "http://localhost/x");
    Path kept = temp.resolve(++files + "-" + out.file().getFileName());
    Files.copy(out.file(), kept);
    exports.delete(out);
    return kept;
  }

  /** As ogrinfo names them. */
  private List<String> layers(Path file) throws Exception {
    String name = file.getFileName().toString();
    if (name.endsWith("geojson.zip"))
      try (ZipFile zip = new ZipFile(file.toFile())) {
        return zip.stream().map(e -> e.getName().replace(".geojson", "")).toList();
      }
    String path = name.endsWith("zip") ? "/vsizip/" + file : file.toString();
    Process process = new ProcessBuilder("ogrinfo", "-ro", "-q", path).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.lines()
        .filter(l -> l.matches("^\\d+: .*"))
        .map(l -> l.replaceFirst("^\\d+: ", "").replaceFirst(" \\(.*", ""))
        .toList();
  }

  private static ExportWish wish(ExportKind kind, String crs) {
    return new ExportWish(
        kind, EnumSet.of(ExportLayer.FOOTPRINTS), crs, "UTF-8", Set.of(), Set.of(), null);
  }

  private static Caller planner() {
    return caller(Role.PLANNER, Optional.empty(), Optional.empty());
  }

  private static Caller caller(
      Role role, Optional<Set<Integer>> projects, Optional<Set<String>> towns) {
    return new Caller(1, KEY.districtCode(), "p", "p", role, null, projects, towns);
  }

  private static List<String> refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    return catchThrowableOfType(Problem.class, call).faults().stream().map(Fault::key).toList();
  }

  private Import receive(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return imports.receive(null, KEY, in, file.getFileName().toString());
    }
  }
}
