package org.waymark.features;

import java.io.IOException;

/** Nobody takes what is being written any more. */
final class ReaderLeft extends RuntimeException {
  ReaderLeft(IOException cause) {
    super(cause);
  }
}
