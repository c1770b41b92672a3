package org.waymark.tiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import org.springframework.http.HttpHeaders;

/** A tile to a request with conditions. */
public final class TileAnswer {
  private TileAnswer() {}

  /**
   * @param open may lie in a shared cache
   */
  public static void write(
      Tile tile, boolean open, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean packed = takesGzip(request);
    response.setHeader(HttpHeaders.ETAG, tile.eTag(packed));
    response.setHeader(HttpHeaders.CACHE_CONTROL, open ? "public, no-cache" : "private, no-cache");
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (matches(request.getHeaders(HttpHeaders.IF_NONE_MATCH), tile)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] body = packed ? tile.gzip() : tile.plain();
    response.setContentType(Tile.TYPE);
    if (packed) response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static boolean matches(Enumeration<String> lines, Tile tile) {
    while (lines.hasMoreElements())
      for (String tag : lines.nextElement().split(",")) {
        String bare = tag.strip();
        if (bare.startsWith("W/")) bare = bare.substring(2);
        if (bare.equals("*") || bare.equals(tile.eTag(true)) || bare.equals(tile.eTag(false)))
          return true;
      }
    return false;
  }

  private static boolean takesGzip(HttpServletRequest request) {
    Enumeration<String> lines = request.getHeaders(HttpHeaders.ACCEPT_ENCODING);
    while (lines.hasMoreElements())
      for (String coding : lines.nextElement().split(",")) {
        String[] parts = coding.strip().split(";", 2);
        boolean named = parts[0].strip().equalsIgnoreCase("gzip");
        if (named) return parts.length == 1 || !parts[1].matches("\\s*q=0(\\.0*)?\\s*");
      }
    return false;
  }
}
