package org.waymark.tiles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * A Mapbox Vector Tile 2.1, packed; empty where there is nothing.
 *
 * @param hash of the plain bytes
 */
public record Tile(byte[] gzip, String hash) {
  public static final String TYPE = "application/vnd.mapbox-vector-tile";

  /** Raised with every change of what tiles hold: then none that a reader keeps is the same. */
  private static final String FORMAT = "1";

  static Tile of(byte[] plain) {
    return new Tile(Packing.gzip(plain), FORMAT + "-" + hash(plain));
  }

  /** Each coding of the content has a strong tag of its own. */
  public String eTag(boolean packed) {
    return packed ? "\"" + hash + "-gzip\"" : "\"" + hash + "\"";
  }

  public byte[] plain() {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] plain) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
