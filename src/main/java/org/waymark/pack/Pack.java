package org.waymark.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * The bytes of a download, plain and packed, under the hash of the plain ones.
 *
 * @param footprints how many it holds
 * @param indicators that they count for
 */
record Pack(byte[] plain, byte[] gzip, String hash, int footprints, Set<String> indicators) {
  static Pack of(byte[] plain, int footprints, Set<String> indicators) {
    return new Pack(plain, gzip(plain), hash(plain), footprints, indicators);
  }

  /** Each coding of the content has a strong tag of its own. */
  String etag(boolean packed) {
    return "\"" + hash + (packed ? "-gzip" : "") + "\"";
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4);
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
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
