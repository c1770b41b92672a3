package org.waymark.intake;

import io.swagger.v3.oas.annotations.Operation;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.waymark.access.Callers;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;
import org.waymark.problem.ProblemType;

/** Footprints as a file, for whoever is signed in, of their projects and townships. */
@RestController
class ExportController {
  private final GroundExports exports;
  private final Callers callers;
  private final Plans plans;

  ExportController(GroundExports exports, Callers callers, Plans plans) {
    this.exports = exports;
    this.callers = callers;
    this.plans = plans;
  }

  @Operation(
      summary = "Footprints as GeoPackage, Shapefile (zip), GeoJSON or KML",
      description = "What comes out goes in again unchanged by /api/intake/imports.")
  @GetMapping("/api/exports/footprints.{extension}")
  ResponseEntity<StreamingResponseBody> footprints(
      @PathVariable String extension,
      @RequestParam(defaultValue = "EPSG:4490") String crs,
      @RequestParam(defaultValue = "UTF-8") String encoding,
      @RequestParam(required = false) Integer project,
      @RequestParam(required = false) String township,
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(name = "plan", required = false) Integer year) {
    ExportKind kind = ExportKind.of(extension);
    if (!kind.takes(crs)) throw fault("crs", "intake.crs", Map.of("crs", crs));
    if (!List.of("UTF-8", "GBK").contains(encoding))
      throw fault("encoding", "intake.encoding", Map.of("value", encoding));
    PlanKey key = plans.keyOf(year);
    UUID folder =
        exports.write(
            callers.get(),
            key,
            plans.instantOf(asOf),
            new GroundExports.Wish(kind, crs, encoding, project, township));
    String name = "footprints-%s-%d.%s".formatted(key.districtCode(), key.year(), extension);
    return ResponseEntity.ok()
        .contentType(kind.mediaType)
        .cacheControl(CacheControl.noStore().cachePrivate())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(
            out -> {
              try (InputStream in = Files.newInputStream(exports.file(folder, kind))) {
                in.transferTo(out);
              } finally {
                exports.delete(folder);
              }
            });
  }

  private static Problem fault(String parameter, String key, Map<String, ?> args) {
    return new Problem(
        ProblemType.FAULTY_FIELDS, Map.of("count", 1), List.of(new Fault(parameter, key, args)));
  }
}
