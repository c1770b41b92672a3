package org.waymark.linearref;

/** Text that does not name a station or a range of stations; says what is wrong with it. */
public class NotAStation extends IllegalArgumentException {
  /** Why: the words are {@code fault.station.<name in lower case>}. */
  public enum Reason {
    /** Not of the form K0+350. */
    FORM,
    /** Metres after the plus must be below 1000. */
    METRES,
    /** Finer than a decimetre. */
    TOO_FINE,
    /** Beyond what an int of decimetres holds. */
    TOO_LONG,
    /** The end is not after the start. */
    ORDER
  }

  private final Reason reason;
  private final String text;

  NotAStation(Reason reason, String text, String message) {
    super("'" + text + "': " + message);
    this.reason = reason;
    this.text = text;
  }

  public Reason reason() {
    return reason;
  }

  /** As given. */
  public String text() {
    return text;
  }
}
