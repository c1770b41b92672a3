package org.waymark.publication;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Plans;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** The approved figures, for everybody. */
@RestController
class PublishedController {
  private static final String GEO_JSON = "application/geo+json";
  private final Published published;
  private final Plans plans;

  PublishedController(Published published, Plans plans) {
    this.published = published;
    this.plans = plans;
  }

  /** Years with something to see, newest first; the current plan's year. */
  record Years(List<Integer> years, int current) {}

  @GetMapping("/api/published")
  Years years() {
    PlanKey key = plans.currentKey();
    return new Years(published.listYears(key.districtCode()), key.year());
  }

  @GetMapping(path = "/api/published/{year}", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> facts(@PathVariable int year) {
    Published.Page page =
        published.findPage(plans.keyOf(year)).orElseThrow(() -> notFound("published/" + year));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePublic())
        .eTag(page.eTag())
        .body(page.json());
  }

  /** Lines carry metres of chainage as third coordinate. */
  @GetMapping(path = "/api/published/{year}/projects/{number}/map", produces = GEO_JSON)
  ResponseEntity<byte[]> map(@PathVariable int year, @PathVariable int number) {
    return text(
        published.findMap(plans.keyOf(year), number).orElse(null),
        "published/" + year + "/projects/" + number + "/map");
  }

  @GetMapping(path = "/api/published/base", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> base() {
    return text(
        published.findBase(plans.currentKey().districtCode()).orElse(null), "published/base");
  }

  /** Newest first, withdrawn ones too. */
  record Snapshots(List<Snapshot> snapshots) {}

  @GetMapping("/api/published/{year}/snapshots")
  Snapshots snapshots(@PathVariable int year) {
    return new Snapshots(published.list(plans.keyOf(year)));
  }

  /**
   * The one a document cites.
   *
   * @throws Problem SNAPSHOT_WITHDRAWN
   */
  @GetMapping(
      path = "/api/published/{year}/snapshots/{number}",
      produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> snapshot(@PathVariable int year, @PathVariable int number) {
    PlanKey key = plans.keyOf(year);
    String id = Snapshot.id(key, number);
    Published.Page page =
        published.findPage(key, number).orElseThrow(() -> notFound("snapshots/" + id));
    if (page.snapshot().withdrawnAt() != null)
      throw new Problem(ProblemType.SNAPSHOT_WITHDRAWN, Map.of("id", id));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePublic())
        .eTag(page.eTag())
        .body(page.json());
  }

  @GetMapping(path = "/api/published/photos/{id}", produces = MediaType.IMAGE_JPEG_VALUE)
  ResponseEntity<byte[]> photo(@PathVariable String id) {
    byte[] content =
        published
            .findPhoto(plans.currentKey().districtCode(), id)
            .orElseThrow(() -> notFound("published/photos/" + id));
    return ResponseEntity.ok()
        // short: a photo that is taken back must go
        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(30)).cachePublic())
        .eTag(id)
        .body(content);
  }

  private static ResponseEntity<byte[]> text(String text, String what) {
    if (text == null) throw notFound(what);
    Function<String, byte[]> bytes = t -> t.getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePublic())
        .eTag(Integer.toHexString(text.hashCode()) + "-" + text.length())
        .body(bytes.apply(text));
  }

  private static Problem notFound(String what) {
    return new Problem(ProblemType.NOT_FOUND, Map.of("what", what));
  }
}
