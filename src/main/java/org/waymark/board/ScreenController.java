package org.waymark.board;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;

/** The screens, for administrators. */
@RestController
class ScreenController {
  private final Screens screens;
  private final Callers callers;

  ScreenController(Screens screens, Callers callers) {
    this.screens = screens;
    this.callers = callers;
  }

  /**
   * @param alive gave a sign of life within the last two minutes
   */
  record Listed(@JsonUnwrapped Screen screen, boolean alive) {}

  record Listing(List<Listed> screens, List<Scene> standard) {}

  @GetMapping("/api/screens")
  Listing list() {
    return new Listing(
        screens.list().stream().map(s -> new Listed(s, screens.isAlive(s))).toList(),
        Playlists.STANDARD);
  }

  /**
   * @param code as shown on the screen
   * @param playlist missing = the standard one
   * @param live missing = approved snapshots only
   */
  record Approval(String code, String name, String place, List<Scene> playlist, Boolean live) {}

  @PostMapping("/api/screens")
  @ResponseStatus(HttpStatus.CREATED)
  Screen approve(@RequestBody Approval body) {
    return screens.approve(
        callers.get(),
        body.code(),
        body.name(),
        body.place(),
        body.playlist(),
        Boolean.TRUE.equals(body.live()));
  }

  /** What is missing stays. */
  record Change(String name, String place, List<Scene> playlist, Boolean live) {}

  @PatchMapping("/api/screens/{id}")
  Screen change(@PathVariable UUID id, @RequestBody Change body) {
    return screens.change(
        callers.get(), id, body.name(), body.place(), body.playlist(), body.live());
  }

  @DeleteMapping("/api/screens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID id) {
    screens.revoke(callers.get(), id);
  }
}
