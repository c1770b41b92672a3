package org.waymark.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** What a password must be, and how it is kept. */
@Component
class Passwords {
  static final int SHORTEST = 10;

  /** bcrypt reads no further. */
  static final int LONGEST_BYTES = 72;

  /** In place of a hash: nobody signs in until a password is issued. */
  static final String NONE = "none";

  private static final String BCRYPT_ALPHABET =
      "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private static final int SALT_AND_HASH = 53;

  /** No letters or digits that read alike. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private final PasswordEncoder encoder =
      PasswordEncoderFactories.createDelegatingPasswordEncoder();
  private final SecureRandom random = new SecureRandom();
  private final String nobody = unmade();

  String encode(String password) {
    return encoder.encode(password);
  }

  /** Of a password that nobody knows: nobody signs in with it. */
  String hashOfNone() {
    return nobody;
  }

  /** Drawn, not computed, which would take as long as a sign-in; to compare with it does. */
  private String unmade() {
    return random
        .ints(SALT_AND_HASH, 0, BCRYPT_ALPHABET.length())
        .mapToObj(i -> BCRYPT_ALPHABET.substring(i, i + 1))
        .collect(Collectors.joining("", "{bcrypt}$2a$10$", ""));
  }

  /**
   * @param hash null for an unknown name, {@link #NONE} for an account without a password: takes as
   *     long as a known one, and is false
   */
  boolean matches(String password, String hash) {
    boolean has = hash != null && !hash.equals(NONE);
    boolean fits =
        password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES
            && encoder.matches(password, has ? hash : nobody);
    return fits && has;
  }

  /** 16 characters in groups of four, such as k7wm-… (79 bits). */
  String generate() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      if (i > 0 && i % 4 == 0) text.append('-');
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /**
   * @param pointer where the new password stands in the request
   * @throws Problem naming why {@code password} may not be this account's
   */
  void check(String pointer, String password, String userName) {
    if (password == null || password.codePointCount(0, password.length()) < SHORTEST)
      throw fault(pointer, "password-short", Map.of("least", SHORTEST));
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES)
      throw fault(pointer, "password-long", Map.of("most", LONGEST_BYTES));
    if (password.contains(userName) || password.equals(DemoAccounts.PASSWORD))
      throw fault(pointer, "password-known", Map.of());
  }

  private static Problem fault(String pointer, String key, Map<String, ?> args) {
    return new Problem(
        ProblemType.FAULTY_FIELDS,
        Map.of("count", 1),
        List.of(new Problem.Fault(pointer, key, args)));
  }
}
