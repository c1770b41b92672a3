package org.waymark.pack;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.township.Township;

/** What phones take along for the time without signal. */
@RestController
class PackController {
  private final Packs packs;
  private final Plans plans;
  private final Callers callers;

  PackController(Packs packs, Plans plans, Callers callers) {
    this.packs = packs;
    this.plans = plans;
    this.callers = callers;
  }

  record Place(String code, String name) {}

  /**
   * @param bytes unpacked; what a progress bar counts and a range speaks of
   * @param gzipBytes as they travel where the phone takes gzip
   */
  record Entry(Place township, int footprints, int bytes, int gzipBytes, String etag) {}

  record Base(int bytes, int gzipBytes, String etag) {}

  record Work(int number, String name) {}

  /**
   * @param projects with something on the ground in my scope
   */
  record Listing(int format, Base base, List<Work> projects, List<Entry> packs) {}

  @Operation(
      summary = "The townships and projects in my scope, and how large the packs are",
      description = "With projects=5,18 for packs of these projects only.")
  @GetMapping("/api/packs")
  Listing list(
      @RequestParam(name = "plan", required = false) Integer year,
      @RequestParam(defaultValue = "") Set<Integer> projects) {
    Caller caller = callers.get();
    PlanKey key = plans.keyOf(year);
    Pack base = packs.base(key);
    return new Listing(
        PackBuilder.FORMAT,
        new Base(base.plain().length, base.gzip().length, base.etag(false)),
        works(key, packs.list(caller, key)),
        packs.list(caller.onlyProjects(projects), key).entrySet().stream()
            .map(e -> entry(e.getKey(), e.getValue()))
            .toList());
  }

  private List<Work> works(PlanKey key, Map<Township, Pack> all) {
    Set<String> held =
        all.values().stream().flatMap(p -> p.indicators().stream()).collect(Collectors.toSet());
    // before the first load there is no plan to ask
    if (held.isEmpty()) return List.of();
    return plans.get(key).projects().stream()
        .filter(
            project ->
                project.tracks().stream()
                    .flatMap(track -> track.indicators().stream())
                    .anyMatch(indicator -> held.contains(indicator.code())))
        .map(project -> new Work(project.number(), project.shortName()))
        .toList();
  }

  private static Entry entry(Township township, Pack pack) {
    return new Entry(
        new Place(township.code(), township.name()),
        pack.footprints(),
        pack.plain().length,
        pack.gzip().length,
        pack.etag(false));
  }

  @Operation(summary = "The offline vector base: outline, townships, rivers, names")
  @GetMapping(path = "/api/packs/base", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> base(@RequestHeader HttpHeaders headers) {
    return PackAnswer.of(packs.base(plans.currentKey()), headers);
  }

  @Operation(
      summary = "Whole footprints touching a township, with what is done of them",
      description =
          "Strong ETags, gzip, and single byte ranges of the unpacked content; If-Range takes the"
              + " tag of either coding.")
  @GetMapping(path = "/api/packs/{township}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> get(
      @PathVariable String township,
      @RequestHeader HttpHeaders headers,
      @RequestParam(name = "plan", required = false) Integer year,
      @RequestParam(defaultValue = "") Set<Integer> projects) {
    Caller caller = callers.get().onlyProjects(projects);
    return PackAnswer.of(packs.get(caller, plans.keyOf(year), township), headers);
  }
}
