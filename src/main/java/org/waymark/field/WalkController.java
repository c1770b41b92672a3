package org.waymark.field;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Caller;
import org.waymark.access.Callers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Raw walks come in under an id their sender minted: 201 at first, 200 with the same again. */
@RestController
@RequestMapping("/api/walks")
class WalkController {
  private final Walks walks;
  private final Callers callers;
  private final JsonMapper mapper;

  WalkController(Walks walks, Callers callers, JsonMapper mapper) {
    this.walks = walks;
    this.callers = callers;
    this.mapper = mapper;
  }

  record Kept(UUID id, int points, Instant receivedAt, Instant keptUntil) {}

  record Shown(UUID id, UUID report, Instant receivedAt, Instant keptUntil, JsonNode points) {}

  record Listing(List<Shown> walks) {}

  @Operation(
      summary = "The track of a walk; deleted after 30 days",
      description =
          "{report?, points: [[lon, lat, accuracy in metres, instant], …]}, at most"
              + " 20,000 points")
  @PutMapping("/{id}")
  ResponseEntity<Kept> put(@PathVariable UUID id, @RequestBody JsonNode body) {
    Caller caller = callers.get();
    Walk walk = Walk.read(body);
    boolean created = walks.store(caller, id, walk);
    Instant receivedAt = walks.get(caller, id).receivedAt();
    return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
        .body(new Kept(id, walk.count(), receivedAt, walks.keptUntil(receivedAt)));
  }

  @Operation(summary = "One's own walk; for reviewers that of a report in scope")
  @GetMapping("/{id}")
  Shown get(@PathVariable UUID id) {
    return shown(walks.get(callers.get(), id));
  }

  @Operation(summary = "The walks of a report: one's own; for reviewers those in scope")
  @GetMapping
  Listing list(@RequestParam UUID report) {
    return new Listing(walks.list(callers.get(), report).stream().map(this::shown).toList());
  }

  private Shown shown(WalkQueries.Stored walk) {
    return new Shown(
        walk.id(),
        walk.report(),
        walk.receivedAt(),
        walks.keptUntil(walk.receivedAt()),
        mapper.readTree(walk.points()));
  }
}
