package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.waymark.Ground;
import org.waymark.calendar.DistrictClock;
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.Footprints;
import org.waymark.intake.Imports.Acceptance;
import org.waymark.intake.Mapping.From;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;
import org.waymark.township.Townships;

/** A district of its own for each test, and the steps that a person takes with a file. */
abstract class FileSteps {
  static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
  static final Acceptance ALL = new Acceptance(List.of("new", "changed"), null, null);
  static final String ROADS =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","properties":{"编号":"09.1-901","名称":"新村路","指标":"09.1","里程km":1.48},
       "geometry":{"type":"LineString","coordinates":[[108.77,29.53],[108.78,29.54]]}},
      {"type":"Feature","properties":{"编号":"09.1-902","名称":"老村路","指标":"09.1","里程km":0.97},
       "geometry":{"type":"LineString","coordinates":[[108.77,29.53],[108.78,29.53]]}}]}
      """;
  private static final AtomicInteger DISTRICT = new AtomicInteger(990_500);
  @Autowired Imports imports;
  @Autowired Footprints footprints;
  @Autowired Townships townships;
  @Autowired Plans plans;
  @Autowired DistrictClock clock;
  @Autowired Preview preview;
  @TempDir Path temp;
  IntakeFiles files;
  PlanKey key;

  @BeforeEach
  void a_district_of_its_own() {
    LocaleContextHolder.setLocale(Locale.CHINA);
    files = new IntakeFiles(temp);
    String district = String.valueOf(DISTRICT.incrementAndGet());
    key = new PlanKey(district, 2026);
    plans.load(Ground.plan(district), JANUARY, null);
    clock.at(JANUARY, () -> townships.load(district, Ground.base(district, "test")));
  }

  FootprintVersion current(String code) {
    return footprints.findCurrent(key, code).orElseThrow();
  }

  List<Preview.Line> lines(Import mapped) {
    return preview.list(key, mapped, null, null, 0, 50).features();
  }

  void refusedBecause(String reason, Path file) {
    Problem problem = refused(() -> receive(file));
    assertThat(problem).as(file.toString()).isNotNull();
    assertThat(problem.type()).as(file.toString()).isEqualTo(ProblemType.UNREADABLE_FILE);
    assertThat(problem.faults()).as(file.toString()).extracting(Fault::key).containsExactly(reason);
  }

  static Problem refused(ThrowingCallable call) {
    return catchThrowableOfType(Problem.class, call);
  }

  Import accept(Path file, String crs) {
    return imports.accept(null, key, mapped(file, crs).number(), ALL);
  }

  /** With the mapping as guessed; an indicator that the file does not name is 09.1. */
  Import mapped(Path file, String crs) {
    Import received = receive(file);
    Import read = imports.read(key, received.number(), 0, null, crs);
    Mapping guess = read.mapping();
    if (guess.from("indicator") != null) return imports.map(key, read.number(), guess);
    Map<String, From> fields = new HashMap<>(guess.fields());
    fields.put("indicator", new From(null, "09.1"));
    return imports.map(key, read.number(), new Mapping(null, fields, false, false));
  }

  Import receive(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return imports.receive(null, key, in, file.getFileName().toString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
