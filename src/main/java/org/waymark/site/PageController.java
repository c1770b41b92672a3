package org.waymark.site;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the pages are. */
@RestController
class PageController {
  private final Pages pages;

  PageController(Pages pages) {
    this.pages = pages;
  }

  @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> planner(HttpServletResponse response) {
    return pages.answer("planner", response);
  }

  @GetMapping(path = "/review", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> review(HttpServletResponse response) {
    return pages.answer("review", response);
  }

  @GetMapping(path = "/desk", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> desk(HttpServletResponse response) {
    return pages.answer("desk", response);
  }

  @GetMapping(path = "/compare", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> compare(HttpServletResponse response) {
    return pages.answer("compare", response);
  }

  @GetMapping(path = "/curves", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> curves(HttpServletResponse response) {
    return pages.answer("curves", response);
  }

  @GetMapping(path = "/entry", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> entry(HttpServletResponse response) {
    return pages.answer("entry", response);
  }

  @GetMapping(path = "/tasks", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> tasks(HttpServletResponse response) {
    return pages.answer("tasks", response);
  }

  /** One project on one sheet: the page reads its own address. */
  @GetMapping(path = "/card", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> card(HttpServletResponse response) {
    return pages.answer("card", response);
  }

  @GetMapping(path = "/papers", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> papers(HttpServletResponse response) {
    return pages.answer("papers", response);
  }

  @GetMapping(path = "/exports", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> exports(HttpServletResponse response) {
    return pages.answer("exports", response);
  }

  @GetMapping(path = "/accounts", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> accounts(HttpServletResponse response) {
    return pages.answer("accounts", response);
  }

  @GetMapping(path = "/publish", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> publish(HttpServletResponse response) {
    return pages.answer("publish", response);
  }

  @GetMapping(path = "/intake", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> intake(HttpServletResponse response) {
    return pages.answer("intake", response);
  }

  /** All projects, or one of the current or another year: the page reads its own address. */
  @GetMapping(
      path = {"/p", "/p/", "/p/{number:\\d+}", "/p/{year:\\d+}/{number:\\d+}"},
      produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> publicPage(HttpServletResponse response) {
    return pages.answer("p", response);
  }

  @GetMapping(path = "/sign-in", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> signIn(HttpServletResponse response) {
    return pages.answer("sign-in", response);
  }

  @GetMapping(path = "/screens", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> screens(HttpServletResponse response) {
    return pages.answer("screens", response);
  }

  @GetMapping("/board")
  ResponseEntity<Void> boardWithSlash() {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/board/")).build();
  }

  @GetMapping(path = "/board/", produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> board(HttpServletResponse response) {
    return pages.answer("board", response);
  }

  /** What a browser asks for where a page names no icon. */
  @GetMapping("/favicon.ico")
  ResponseEntity<Void> icon() {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/favicon.svg")).build();
  }
}
