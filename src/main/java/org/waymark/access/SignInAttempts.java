package org.waymark.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Wrong passwords of late, in memory. A name is shut for the address that guessed (so that nobody
 * can lock a colleague out from elsewhere), an address for guessing at many names, and a name for
 * everybody only after very many wrong guesses from anywhere. Fifteen minutes after the last wrong
 * guess all is forgotten.
 */
final class SignInAttempts {
  static final Duration MEMORY = Duration.ofMinutes(15);
  static final int PER_NAME_AND_ADDRESS = 5;
  static final int PER_ADDRESS = 50;
  static final int PER_NAME = 200;

  private final Cache<String, AtomicInteger> wrong;

  SignInAttempts(Ticker ticker) {
    wrong =
        Caffeine.newBuilder().ticker(ticker).expireAfterAccess(MEMORY).maximumSize(100_000).build();
  }

  boolean shut(String userName, String address) {
    return count(both(userName, address)) >= PER_NAME_AND_ADDRESS
        || count(from(address)) >= PER_ADDRESS
        || count(name(userName)) >= PER_NAME;
  }

  void failed(String userName, String address) {
    add(both(userName, address));
    add(from(address));
    add(name(userName));
  }

  void succeeded(String userName, String address) {
    wrong.invalidate(both(userName, address));
  }

  private int count(String key) {
    AtomicInteger count = wrong.policy().getIfPresentQuietly(key);
    return count == null ? 0 : count.get();
  }

  private void add(String key) {
    wrong.get(key, k -> new AtomicInteger()).incrementAndGet();
  }

  private static String both(String userName, String address) {
    return "both " + address + " " + userName;
  }

  private static String from(String address) {
    return "address " + address;
  }

  private static String name(String userName) {
    return "name " + userName;
  }
}
