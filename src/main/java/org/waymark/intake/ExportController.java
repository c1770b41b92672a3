package org.waymark.intake;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.waymark.access.Callers;
import org.waymark.intake.GroundExports.Written;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;

/** Data as a file, for whoever is signed in, of their projects and townships. */
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
      summary = "Ground and progress as a file",
      description =
          "Extensions: gpkg, zip (Shapefile), geojson, kml, xlsx, oc4ids.json. Footprints and"
              + " townships come in again unchanged by /api/intake/imports.")
  @GetMapping({"/api/exports/data.{extension}", "/api/exports/footprints.{extension}"})
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable String extension,
      @RequestParam(defaultValue = "") List<String> layers,
      @RequestParam(defaultValue = "EPSG:4490") String crs,
      @RequestParam(defaultValue = "UTF-8") String encoding,
      @RequestParam(defaultValue = "") Set<Integer> project,
      @RequestParam(defaultValue = "") Set<String> township,
      @RequestParam(required = false) LocalDate asOf,
      @RequestParam(name = "plan", required = false) Integer year,
      HttpServletRequest request) {
    ExportWish wish =
        new ExportWish(
            ExportKind.of(extension),
            ExportLayer.of(layers),
            crs,
            encoding,
            project,
            township,
            asOf);
    PlanKey key = plans.keyOf(year);
    String address = ServletUriComponentsBuilder.fromRequest(request).toUriString();
    Written written = exports.write(callers.get(), key, wish, address);
    return ResponseEntity.ok()
        .contentType(wish.kind().mediaType(wish.layers()))
        .cacheControl(CacheControl.noStore().cachePrivate())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name(key, wish)).build().toString())
        .body(
            out -> {
              try (InputStream in = Files.newInputStream(written.file())) {
                in.transferTo(out);
              } finally {
                exports.delete(written);
              }
            });
  }

  private static String name(PlanKey key, ExportWish wish) {
    String what = wish.layers().size() == 1 ? wish.layers().iterator().next().code() : "waymark";
    return "%s-%s-%d%s.%s"
        .formatted(
            wish.kind() == ExportKind.OC4IDS ? "projects" : what,
            key.districtCode(),
            key.year(),
            wish.day() == null ? "" : "-" + wish.day(),
            wish.kind().extension(wish.layers()));
  }
}
