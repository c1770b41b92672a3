package org.waymark.tiles;

import java.util.Arrays;

/** A protocol buffer that grows. */
final class TileBytes {
  private static final int VARINT = 0;
  private static final int DOUBLE = 1;
  private static final int BLOCK = 2;
  private byte[] bytes;
  private int size;

  TileBytes(int room) {
    bytes = new byte[room];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (size + more > bytes.length)
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
  }

  /**
   * @param value without a sign
   */
  void varint(int value) {
    room(5);
    size = put(size, value);
  }

  /** Two numbers, each with its sign in the last bit. */
  void pair(int first, int second) {
    room(10);
    size = put(put(size, first << 1 ^ first >> 31), second << 1 ^ second >> 31);
  }

  private int put(int at, int value) {
    byte[] to = bytes;
    while ((value & ~0x7f) != 0) {
      to[at++] = (byte) (value | 0x80);
      value >>>= 7;
    }
    to[at] = (byte) value;
    return at + 1;
  }

  void number(int field, int value) {
    varint(field << 3 | VARINT);
    varint(value);
  }

  void real(int field, double value) {
    varint(field << 3 | DOUBLE);
    room(Double.BYTES);
    long bits = Double.doubleToRawLongBits(value);
    for (int i = 0; i < Double.BYTES; i++) bytes[size++] = (byte) (bits >>> 8 * i);
  }

  void block(int field, byte[] from, int start, int length) {
    varint(field << 3 | BLOCK);
    varint(length);
    raw(from, start, length);
  }

  void block(int field, TileBytes from) {
    block(field, from.bytes, 0, from.size);
  }

  void raw(TileBytes from, int start, int length) {
    raw(from.bytes, start, length);
  }

  private void raw(byte[] from, int start, int length) {
    room(length);
    System.arraycopy(from, start, bytes, size, length);
    size += length;
  }
}
