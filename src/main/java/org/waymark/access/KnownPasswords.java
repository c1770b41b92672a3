package org.waymark.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were found right a short while ago. A program sends its password with every
 * request; to hash it slowly each time would cost more than all it asks for. Holds no password,
 * only what a key of this process makes of it; gone with the account's hash, ten minutes unused,
 * and the process.
 */
final class KnownPasswords {
  private static final String HMAC = "HmacSHA256";
  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int MOST = 1_000;
  private final SecretKeySpec key;
  private final Cache<String, byte[]> known =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT).build();

  KnownPasswords() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, HMAC);
  }

  /**
   * @param hash the account's, as stored
   */
  boolean contains(String password, String hash) {
    byte[] right = known.getIfPresent(hash);
    return right != null && MessageDigest.isEqual(right, mark(password));
  }

  void add(String password, String hash) {
    known.put(hash, mark(password));
  }

  private byte[] mark(String password) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
