package org.waymark.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Chance that falls the same way every time: numbers and ids from a text. */
final class Chance {
  private Chance() {}

  /** 0 (included) .. 1 (excluded). */
  static double of(String... words) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(String.join("|", words).getBytes(StandardCharsets.UTF_8));
      int number = ((hash[0] & 0xff) << 16) | ((hash[1] & 0xff) << 8) | (hash[2] & 0xff);
      return number / (double) (1 << 24);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static int below(int bound, String... words) {
    return (int) (of(words) * bound);
  }

  static UUID id(String... words) {
    return UUID.nameUUIDFromBytes(
        ("waymark demo|" + String.join("|", words)).getBytes(StandardCharsets.UTF_8));
  }
}
