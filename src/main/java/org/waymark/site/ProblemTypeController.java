package org.waymark.site;

import java.util.Arrays;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;
import org.waymark.words.Words;

/** What stands behind a problem's {@code type}. */
@RestController
class ProblemTypeController {
  private final Words words;

  ProblemTypeController(Words words) {
    this.words = words;
  }

  /**
   * @param detail with its values' names in braces
   */
  record Described(String type, String title, int status, String detail) {}

  @GetMapping("/problems/{code}")
  Described describe(@PathVariable String code) {
    ProblemType type =
        Arrays.stream(ProblemType.values())
            .filter(t -> t.code().equals(code))
            .findFirst()
            .orElseThrow(() -> new Problem(ProblemType.NOT_FOUND, Map.of("what", code)));
    return new Described(
        "/problems/" + code,
        words.text("problem.title." + type.status(), Map.of()),
        type.status(),
        words.text("problem." + code, Map.of()));
  }
}
