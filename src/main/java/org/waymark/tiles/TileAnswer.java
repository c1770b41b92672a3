package org.waymark.tiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.springframework.http.HttpHeaders;

/** A tile to a request with conditions. */
public final class TileAnswer {
  private static final String GZIP = "gzip";

  private TileAnswer() {}

  /**
   * @param open may lie in a shared cache
   */
  public static void write(
      Tile tile, boolean open, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean packed = takesGzip(joined(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)));
    response.setHeader(HttpHeaders.ETAG, tile.eTag(packed));
    response.setHeader(HttpHeaders.CACHE_CONTROL, caching(open));
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (matches(joined(request.getHeaders(HttpHeaders.IF_NONE_MATCH)), tile)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] body = packed ? tile.gzip() : tile.plain();
    response.setContentType(Tile.TYPE);
    if (packed) response.setHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  static String caching(boolean open) {
    return open ? "public, no-cache" : "private, no-cache";
  }

  /** Several lines of one name are one list. */
  private static String joined(Enumeration<String> lines) {
    return lines.hasMoreElements() ? String.join(",", Collections.list(lines)) : null;
  }

  /**
   * @param tags of {@code If-None-Match}; null = none
   */
  static boolean matches(String tags, Tile tile) {
    if (tags == null) return false;
    String packed = tile.eTag(true);
    String plain = tile.eTag(false);
    for (String tag : tags.split(",")) {
      String bare = tag.strip();
      if (bare.startsWith("W/")) bare = bare.substring(2);
      if (bare.equals("*") || bare.equals(packed) || bare.equals(plain)) return true;
    }
    return false;
  }

  /**
   * @param encodings of {@code Accept-Encoding}; null = not said
   */
  static boolean takesGzip(String encodings) {
    if (encodings == null) return false;
    for (String coding : encodings.split(",")) {
      String[] parts = coding.strip().split(";", 2);
      if (parts[0].strip().equalsIgnoreCase(GZIP))
        return parts.length == 1 || !parts[1].matches("\\s*q=0(\\.0*)?\\s*");
    }
    return false;
  }
}
