package org.waymark.site;

import java.net.URI;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** The pages: each is a static file, asked for anew with its ETag. */
@RestController
class PageController {
  private final ContentHashes hashes;

  PageController(ContentHashes hashes) {
    this.hashes = hashes;
  }

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> planner() {
    return page("planner");
  }

  @GetMapping(path = "/review", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> review() {
    return page("review");
  }

  @GetMapping(path = "/desk", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> desk() {
    return page("desk");
  }

  @GetMapping(path = "/compare", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> compare() {
    return page("compare");
  }

  @GetMapping(path = "/curves", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> curves() {
    return page("curves");
  }

  @GetMapping(path = "/entry", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> entry() {
    return page("entry");
  }

  @GetMapping(path = "/papers", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> papers() {
    return page("papers");
  }

  @GetMapping(path = "/accounts", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> accounts() {
    return page("accounts");
  }

  @GetMapping(path = "/publish", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> publish() {
    return page("publish");
  }

  @GetMapping(path = "/intake", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> intake() {
    return page("intake");
  }

  /** All projects, or one of the current or another year: the page reads its own address. */
  @GetMapping(
      path = {"/p", "/p/", "/p/{number:\\d+}", "/p/{year:\\d+}/{number:\\d+}"},
      produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> publicPage() {
    return page("p");
  }

  @GetMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> signIn() {
    return page("sign-in");
  }

  @GetMapping(path = "/screens", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> screens() {
    return page("screens");
  }

  @GetMapping("/board")
  ResponseEntity<Void> boardWithSlash() {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/board/")).build();
  }

  @GetMapping(path = "/board/", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<Resource> board() {
    return page("board");
  }

  /** What a browser asks for where a page names no icon. */
  @GetMapping("/favicon.ico")
  ResponseEntity<Void> icon() {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/favicon.svg")).build();
  }

  private ResponseEntity<Resource> page(String folder) {
    Resource file = new ClassPathResource("static/" + folder + "/index.html");
    if (!file.exists())
      throw new Problem(ProblemType.NOT_FOUND, Map.of("what", folder + "/index.html"));
    return ResponseEntity.ok()
        .eTag(hashes.of(file))
        .cacheControl(CacheControl.noCache().cachePrivate())
        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
        .body(file);
  }
}
