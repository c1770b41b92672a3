package org.waymark.pack;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
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
import org.waymark.township.Townships;

/** What phones take along for the time without signal. */
@RestController
class PackController {
  private final Packs packs;
  private final Plans plans;
  private final Townships townships;
  private final Callers callers;

  PackController(Packs packs, Plans plans, Townships townships, Callers callers) {
    this.packs = packs;
    this.plans = plans;
    this.townships = townships;
    this.callers = callers;
  }

  record Place(String code, String name) {}

  /**
   * @param bytes unpacked; what a progress bar counts and a range speaks of
   * @param gzipBytes as they travel where the phone takes gzip
   */
  record Entry(Place township, int footprints, int bytes, int gzipBytes, String etag) {}

  record Base(int bytes, int gzipBytes, String etag) {}

  record Listing(int format, Base base, List<Entry> packs) {}

  @Operation(summary = "The townships in my scope, and how large their packs are")
  @GetMapping("/api/packs")
  Listing list(@RequestParam(name = "plan", required = false) Integer year) {
    Caller caller = callers.get();
    PlanKey key = plans.keyOf(year);
    Pack base = packs.base(key);
    return new Listing(
        PackBuilder.FORMAT,
        new Base(base.plain().length, base.gzip().length, base.etag(false)),
        townships.list().stream()
            .filter(t -> caller.coversTownship(t.code()))
            .map(
                t -> {
                  Pack pack = packs.get(caller, key, t);
                  return new Entry(
                      new Place(t.code(), t.name()),
                      pack.footprints(),
                      pack.plain().length,
                      pack.gzip().length,
                      pack.etag(false));
                })
            .toList());
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
      @RequestParam(name = "plan", required = false) Integer year) {
    return PackAnswer.of(packs.get(callers.get(), plans.keyOf(year), township), headers);
  }
}
