package org.waymark.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Wrong passwords of late, in memory. A name is shut for the address that guessed (so that nobody
 * can lock a colleague out from elsewhere), an address for guessing at many names, and a name for
 * everybody only after very many wrong guesses from anywhere. Fifteen minutes after the last wrong
 * guess all is forgotten.
 *
 * <p>A guess counts from before it is looked at: guesses at one time are no more than guesses one
 * after another. Who comes while as many are being looked at as may still be wrong waits.
 */
final class SignInAttempts {
  static final Duration MEMORY = Duration.ofMinutes(15);
  static final int PER_NAME_AND_ADDRESS = 5;
  static final int PER_ADDRESS = 50;
  static final int PER_NAME = 200;

  /** No name is longer; what is longer counts as one name. */
  static final int LONGEST_NAME = 64;

  private final Ticker ticker;
  private final Cache<String, Tally> tallies;

  SignInAttempts(Ticker ticker) {
    this.ticker = ticker;
    tallies =
        Caffeine.newBuilder().ticker(ticker).expireAfterAccess(MEMORY).maximumSize(100_000).build();
  }

  /**
   * A guess that is about to be looked at; whoever begins it says how it went.
   *
   * @throws TooManyAttempts where it must not be looked at
   */
  Guess begin(String userName, String address) {
    String name = userName.length() > LONGEST_NAME ? "…" : userName;
    Guess guess = new Guess();
    guess.enter(tally("both " + address + " " + name), PER_NAME_AND_ADDRESS);
    guess.enter(tally("address " + address), PER_ADDRESS);
    guess.enter(tally("name " + name), PER_NAME);
    return guess;
  }

  private Tally tally(String key) {
    return tallies.get(key, k -> new Tally(ticker));
  }

  static final class Guess implements AutoCloseable {
    private final List<Tally> entered = new ArrayList<>(3);

    private void enter(Tally tally, int most) {
      if (tally.enter(most)) entered.add(tally);
      else {
        close();
        throw new TooManyAttempts();
      }
    }

    void wrong() {
      entered.forEach(Tally::wrong);
    }

    /** Forgets the wrong ones of this name from this address. */
    void right() {
      entered.get(0).forget();
    }

    @Override
    public void close() {
      entered.forEach(Tally::leave);
      entered.clear();
    }
  }
}
