package org.waymark.tiles;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.tomcat.util.http.FastHttpDateFormat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.access.Passes;

/**
 * Answers of {@link TileGate}, from memory alone and to the letter as {@link TileFilter} behind the
 * sign-in gives them.
 */
@Component
@ConditionalOnWebApplication
class GateAnswers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
  private static final int ROOM_FOR_HEAD = 2_048;

  /** Of the filters of the sign-in. */
  private static final String SAFETY =
      """
      X-Content-Type-Options: nosniff
      X-XSS-Protection: 0
      X-Frame-Options: DENY
      Referrer-Policy: same-origin
      Cross-Origin-Opener-Policy: same-origin
      Permissions-Policy: camera=(self), geolocation=(self), microphone=()
      """;

  private static final String VARY = "Vary: Accept-Encoding\n";

  /** What a reader keeps of the tile's head stays as it is. */
  private static final byte[] UNCHANGED = bytes("HTTP/1.1 304 \n" + VARY);

  private static final byte[] FOUND =
      bytes("HTTP/1.1 200 \n" + SAFETY + VARY + "Content-Type: " + Tile.TYPE + "\n");
  private static final byte[] OPEN = bytes("Cache-Control: " + TileAnswer.caching(true) + "\n");
  private static final byte[] OWN = bytes("Cache-Control: " + TileAnswer.caching(false) + "\n");
  private static final byte[] GZIP = bytes("Content-Encoding: gzip\n");
  private final ObjectProvider<Tiles> tiles;
  private final Passes passes;

  /** The server is made before the database is reached. */
  GateAnswers(ObjectProvider<Tiles> tiles, Passes passes) {
    this.tiles = tiles;
    this.passes = passes;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    server.setProtocol(TileGate.class.getName());
    server.addProtocolHandlerCustomizers(made -> ((TileGate) made).open(this));
  }

  /**
   * @param request as it came, one or several or less than one
   * @param out takes the whole answer
   * @return whether there is one; if not, what {@code out} holds means nothing
   */
  boolean write(byte[] request, int length, ByteBuffer out) {
    RequestHead head = RequestHead.read(request, length);
    TilePath path = head == null ? null : TilePath.of(head.path());
    if (path == null) return false;
    Tile tile = find(path, head.session());
    if (tile == null) return false;
    boolean packed = TileAnswer.takesGzip(head.encodings());
    boolean known = TileAnswer.matches(head.tags(), tile);
    if (!packed && !known) return false; // to unpack it takes a while
    byte[] body = known ? new byte[0] : tile.gzip();
    if (out.remaining() < ROOM_FOR_HEAD + body.length) return false;
    out.put(known ? UNCHANGED : FOUND).put(path.open() ? OPEN : OWN);
    if (!known) out.put(GZIP);
    StringBuilder rest = new StringBuilder("ETag: ").append(tile.eTag(packed)).append('\n');
    if (!known) rest.append("Content-Length: ").append(body.length).append('\n');
    rest.append("Date: ").append(FastHttpDateFormat.getCurrentDate()).append("\n\n");
    out.put(bytes(rest.toString())).put(body);
    return true;
  }

  private Tile find(TilePath path, String session) {
    Caller caller = null;
    if (!path.open()) {
      Optional<Caller> known = session == null ? Optional.empty() : passes.find(session);
      if (known.isEmpty()) return null;
      caller = known.get();
    }
    return tiles.getObject().findKept(caller, path).orElse(null);
  }

  private static byte[] bytes(String lines) {
    return lines.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
  }
}
