package org.waymark.intake;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;
import org.waymark.footprint.SplitChange;
import org.waymark.intake.Imports.Acceptance;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;

/** Imports of ground data, for planners and administrators. */
@RestController
@RequestMapping("/api/intake/imports")
class ImportController {
  private static final int PAGE = 100;
  private final Imports imports;
  private final Preview preview;
  private final TownshipDestination boundaries;
  private final MovedReports moved;
  private final Callers callers;
  private final Plans plans;

  ImportController(
      Imports imports,
      Preview preview,
      TownshipDestination boundaries,
      MovedReports moved,
      Callers callers,
      Plans plans) {
    this.imports = imports;
    this.preview = preview;
    this.boundaries = boundaries;
    this.moved = moved;
    this.callers = callers;
    this.plans = plans;
  }

  record History(List<Import> imports) {}

  @GetMapping
  History list(@RequestParam(name = "plan", required = false) Integer year) {
    return new History(imports.list(plans.keyOf(year)));
  }

  /** Not bound as a body: it is written to the disk as it comes. */
  @Operation(
      summary = "Takes in a file and tells what is in it",
      description =
          "The body is the file: Shapefile (zip), GeoPackage, GeoJSON, GeoJSONSeq, KML, KMZ, DXF,"
              + " CSV or xlsx. Nothing but an acceptance changes what others see.")
  @PostMapping
  ResponseEntity<Import> receive(
      @RequestParam String name,
      @RequestParam(name = "plan", required = false) Integer year,
      HttpServletRequest request)
      throws IOException {
    Import received =
        imports.receive(callers.get(), plans.keyOf(year), request.getInputStream(), name);
    return ResponseEntity.created(URI.create("/api/intake/imports/" + received.number()))
        .body(received);
  }

  @GetMapping("/{number}")
  Import get(
      @PathVariable int number, @RequestParam(name = "plan", required = false) Integer year) {
    return imports.get(plans.keyOf(year), number);
  }

  /** Gives it up; an accepted one is undone instead. */
  @DeleteMapping("/{number}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(
      @PathVariable int number, @RequestParam(name = "plan", required = false) Integer year) {
    imports.discard(plans.keyOf(year), number);
  }

  /**
   * @param encoding null = as found
   * @param crs {@code file}, {@code EPSG:…}, {@code GCJ02} or {@code BD09}
   */
  record Choice(int layer, String encoding, String crs) {}

  @PutMapping("/{number}/reading")
  Import read(
      @PathVariable int number,
      @RequestBody Choice choice,
      @RequestParam(name = "plan", required = false) Integer year) {
    return imports.read(plans.keyOf(year), number, choice.layer(), choice.encoding(), choice.crs());
  }

  @PutMapping("/{number}/mapping")
  Import map(
      @PathVariable int number,
      @RequestBody Mapping mapping,
      @RequestParam(name = "plan", required = false) Integer year) {
    return imports.map(plans.keyOf(year), number, mapping);
  }

  /**
   * @param outcome new, changed, unchanged or faulty; without it all
   * @param after number of the last feature of the page before
   */
  @GetMapping("/{number}/features")
  Preview.Lines features(
      @PathVariable int number,
      @RequestParam(required = false) String outcome,
      @RequestParam(required = false) String remark,
      @RequestParam(defaultValue = "0") int after,
      @RequestParam(name = "plan", required = false) Integer year) {
    PlanKey key = plans.keyOf(year);
    return preview.list(key, mapped(key, number), outcome, remark, after, PAGE);
  }

  record Missing(List<String> codes) {}

  /** Footprints in force of the file's indicators that the file leaves out. */
  @GetMapping("/{number}/missing")
  Missing missing(
      @PathVariable int number, @RequestParam(name = "plan", required = false) Integer year) {
    PlanKey key = plans.keyOf(year);
    Import mapped = mapped(key, number);
    return new Missing(imports.destination(mapped).listMissing(key, mapped));
  }

  /**
   * Reports that an acceptance would send to a reviewer.
   *
   * @param retire codes that would end
   */
  @GetMapping("/{number}/moves")
  MovedReports.Moves moves(
      @PathVariable int number,
      @RequestParam(defaultValue = "") List<String> retire,
      @RequestParam(name = "plan", required = false) Integer year) {
    PlanKey key = plans.keyOf(year);
    return moved.list(key, mapped(key, number), retire);
  }

  record Splits(List<SplitChange> changes) {}

  /** How the mapped quantities of townships would change by the boundaries in the file. */
  @GetMapping("/{number}/splits")
  Splits splits(
      @PathVariable int number, @RequestParam(name = "plan", required = false) Integer year) {
    PlanKey key = plans.keyOf(year);
    return new Splits(boundaries.listSplitChanges(key, mapped(key, number)));
  }

  @GetMapping(path = "/{number}/map", produces = "application/geo+json")
  byte[] mapOf(
      @PathVariable int number, @RequestParam(name = "plan", required = false) Integer year) {
    PlanKey key = plans.keyOf(year);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    preview.writeMap(key, mapped(key, number), out);
    return out.toByteArray();
  }

  @PutMapping("/{number}/acceptance")
  Import accept(
      @PathVariable int number,
      @RequestBody Acceptance chosen,
      @RequestParam(name = "plan", required = false) Integer year) {
    return imports.accept(callers.get(), plans.keyOf(year), number, chosen);
  }

  record Undo(String reason) {}

  @PutMapping("/{number}/undo")
  Import undo(
      @PathVariable int number,
      @RequestBody Undo body,
      @RequestParam(name = "plan", required = false) Integer year) {
    return imports.undo(callers.get(), plans.keyOf(year), number, body.reason());
  }

  private Import mapped(PlanKey key, int number) {
    return imports.getMapped(key, number);
  }
}
