package org.waymark.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Nothing behind the sign-in may lie in a shared cache, whatever its handler says about caching;
 * where the handler says nothing, the API is not stored at all and pages are asked for anew.
 */
final class CacheHeaders implements HeaderWriter {
  @Override
  public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
    String said = response.getHeader(HttpHeaders.CACHE_CONTROL);
    boolean open = AccessPaths.OPEN.matches(request);
    if (said == null) response.setHeader(HttpHeaders.CACHE_CONTROL, silent(request, open));
    else if (!open && !said.contains("private"))
      response.setHeader(
          HttpHeaders.CACHE_CONTROL, "private, " + said.replaceAll("public,? *", ""));
  }

  private static String silent(HttpServletRequest request, boolean open) {
    if (AccessPaths.isApi(request)) return open ? "no-store" : "private, no-store";
    return open ? "no-cache" : "private, no-cache";
  }
}
