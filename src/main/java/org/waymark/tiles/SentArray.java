package org.waymark.tiles;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An array as PostgreSQL's {@code array_send} tells it, read once from its first value on. */
final class SentArray {
  private static final int INT4 = 23;
  private static final int FLOAT8 = 701;
  private static final int NULL = -1;
  private final byte[] bytes;
  private final ByteBuffer numbers;
  private final int type;
  private final int count;
  private int start;
  private int length;
  private int markStart;
  private int markLength = NULL;

  SentArray(byte[] bytes) {
    this.bytes = bytes;
    this.numbers = ByteBuffer.wrap(bytes);
    this.type = numbers.getInt(8);
    boolean empty = numbers.getInt(0) == 0;
    this.count = empty ? 0 : numbers.getInt(12);
    this.start = empty ? bytes.length : 20;
  }

  int count() {
    return count;
  }

  /** To the next value, which there must be; false where it is null. */
  boolean next() {
    start += Math.max(0, length);
    length = numbers.getInt(start);
    start += Integer.BYTES;
    return length != NULL;
  }

  /** Remembers this value. */
  void mark() {
    markStart = start;
    markLength = length;
  }

  /** Whether this value is the one remembered. */
  boolean isMarked() {
    return length == markLength
        && Arrays.equals(bytes, start, start + length, bytes, markStart, markStart + length);
  }

  /** Integer, Double or String. */
  Object value() {
    return switch (type) {
      case INT4 -> numbers.getInt(start);
      case FLOAT8 -> numbers.getDouble(start);
      default -> new String(bytes, start, length, StandardCharsets.UTF_8);
    };
  }

  boolean isText() {
    return type != INT4 && type != FLOAT8;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int length() {
    return length;
  }
}
