package org.waymark.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Answers with a page, which is asked for anew with its ETag; written once each. */
@Component
class Pages {
  private final NamedFiles named;
  private final Map<String, Page> written = new ConcurrentHashMap<>();

  Pages(NamedFiles named) {
    this.named = named;
  }

  /**
   * @param folder of its files
   * @throws Problem NOT_FOUND where it was not built
   */
  ResponseEntity<String> answer(String folder, HttpServletResponse response) {
    String address = "/" + folder + "/";
    Resource file = NamedFiles.resource(address);
    if (!file.exists())
      throw new Problem(ProblemType.NOT_FOUND, Map.of("what", folder + "/index.html"));
    Page page = written.computeIfAbsent(folder, f -> Page.of(address, named));
    ContentSecurityPolicy.allow(page.importMap(), response);
    return ResponseEntity.ok()
        .eTag(page.hash())
        .cacheControl(CacheControl.noCache().cachePrivate())
        .contentType(MediaType.valueOf("text/html;charset=UTF-8"))
        .body(page.text());
  }
}
