package org.waymark.site;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The phone app of the crews. It signs in by a token of its own, so its files are open to all; they
 * say nothing about the district.
 */
@RestController
class FieldController {
  private final FieldShell shell;
  private final ContentHashes hashes;
  private final JsonMapper json;

  FieldController(FieldShell shell, ContentHashes hashes, JsonMapper json) {
    this.shell = shell;
    this.hashes = hashes;
    this.json = json;
  }

  /** What the service worker knows of the build that it belongs to: pairs of address and hash. */
  record Build(String id, List<List<String>> files) {}

  @GetMapping("/field")
  ResponseEntity<Void> folder() {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create(FieldShell.PAGE)).build();
  }

  @GetMapping(path = FieldShell.PAGE, produces = MediaType.TEXT_HTML_VALUE)
  ResponseEntity<String> page() {
    FieldShell.Shell files = shell.shell();
    return ResponseEntity.ok()
        .eTag(files.files().get(FieldShell.PAGE))
        .cacheControl(CacheControl.noCache())
        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
        .body(files.page());
  }

  /** Another build is another worker: browsers compare the text byte by byte. */
  @GetMapping(path = FieldShell.WORKER, produces = "text/javascript;charset=UTF-8")
  ResponseEntity<String> worker() throws IOException {
    FieldShell.Shell files = shell.shell();
    Build build =
        new Build(
            files.id(),
            files.files().entrySet().stream()
                .map(file -> List.of(file.getKey(), file.getValue()))
                .toList());
    String text =
        new ClassPathResource("static" + FieldShell.WORKER)
            .getContentAsString(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .eTag(files.id() + "-" + hashes.of(new ClassPathResource("static" + FieldShell.WORKER)))
        .cacheControl(CacheControl.noCache())
        .body("const BUILD = " + json.writeValueAsString(build) + ";\n" + text);
  }
}
