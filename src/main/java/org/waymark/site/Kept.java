package org.waymark.site;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.resource.HttpResource;

/** A file that a reader may keep as long as told. */
final class Kept extends ClassPathResource implements HttpResource {
  private final HttpHeaders headers = new HttpHeaders();

  Kept(ClassPathResource file, CacheControl keeping) {
    super(file.getPath(), file.getClassLoader());
    headers.setCacheControl(keeping);
  }

  @Override
  public HttpHeaders getResponseHeaders() {
    return headers;
  }
}
