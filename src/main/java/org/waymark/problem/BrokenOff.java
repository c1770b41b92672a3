package org.waymark.problem;

/**
 * A file failed after its first bytes went out. The connection is cut: to end it properly would
 * tell the reader that the file is whole.
 */
public final class BrokenOff extends RuntimeException {
  public BrokenOff(Throwable cause) {
    super(cause);
  }
}
