package org.waymark.township;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The base map that always works: outline, rivers and townships as GeoJSON. */
@RestController
class BaseController {
  private final BaseMap base;

  BaseController(BaseMap base) {
    this.base = base;
  }

  /** {@code district} is null and the collections are empty before the first load. */
  @GetMapping(path = "/api/base", produces = MediaType.APPLICATION_JSON_VALUE)
  byte[] base() {
    return base.json();
  }
}
