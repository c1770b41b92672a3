package org.waymark.tiles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a Mapbox Vector Tile 2.1, by its specification and by nothing of ours. */
final class VectorTile {
  private VectorTile() {}

  record Layer(String name, int version, int extent, List<Feature> features) {}

  /**
   * @param type 1 point, 2 line, 3 polygon
   * @param parts lists of {x, y} in units of the extent, from the north-west
   */
  record Feature(Map<String, Object> properties, int type, List<List<int[]>> parts) {
    String text(String key) {
      return (String) properties.get(key);
    }

    long number(String key) {
      return ((Number) properties.get(key)).longValue();
    }
  }

  /** A varint-keyed message. */
  private static final class Message {
    final ByteBuffer bytes;
    int field;
    int wire;

    Message(ByteBuffer bytes) {
      this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean next() {
      if (!bytes.hasRemaining()) return false;
      long key = varint();
      field = (int) (key >>> 3);
      wire = (int) (key & 7);
      return true;
    }

    long varint() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        byte b = bytes.get();
        value |= (long) (b & 0x7f) << shift;
        if (b >= 0) return value;
      }
      throw new IllegalStateException("varint too long");
    }

    ByteBuffer block() {
      int length = (int) varint();
      ByteBuffer part = bytes.slice(bytes.position(), length);
      bytes.position(bytes.position() + length);
      return part;
    }

    String text() {
      return StandardCharsets.UTF_8.decode(block()).toString();
    }

    void skip() {
      switch (wire) {
        case 0 -> varint();
        case 1 -> bytes.getLong();
        case 2 -> block();
        case 5 -> bytes.getInt();
        default -> throw new IllegalStateException("wire type " + wire);
      }
    }
  }

  static List<Layer> read(byte[] tile) {
    List<Layer> layers = new ArrayList<>();
    Message message = new Message(ByteBuffer.wrap(tile));
    while (message.next()) {
      if (message.field == 3) layers.add(layer(message.block()));
      else message.skip();
    }
    return layers;
  }

  private static Layer layer(ByteBuffer bytes) {
    String name = null;
    int version = 1;
    int extent = 4096;
    List<String> keys = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    List<ByteBuffer> raw = new ArrayList<>();
    Message message = new Message(bytes);
    while (message.next()) {
      switch (message.field) {
        case 1 -> name = message.text();
        case 2 -> raw.add(message.block());
        case 3 -> keys.add(message.text());
        case 4 -> values.add(value(message.block()));
        case 5 -> extent = (int) message.varint();
        case 15 -> version = (int) message.varint();
        default -> message.skip();
      }
    }
    List<Feature> features = raw.stream().map(f -> feature(f, keys, values)).toList();
    return new Layer(name, version, extent, features);
  }

  private static Object value(ByteBuffer bytes) {
    Message message = new Message(bytes);
    Object value = null;
    while (message.next())
      value =
          switch (message.field) {
            case 1 -> message.text();
            case 2 -> (double) message.bytes.getFloat();
            case 3 -> message.bytes.getDouble();
            case 4, 5 -> message.varint();
            case 6 -> zigzag(message.varint());
            case 7 -> message.varint() != 0;
            default -> throw new IllegalStateException("value type " + message.field);
          };
    return value;
  }

  private static Feature feature(ByteBuffer bytes, List<String> keys, List<Object> values) {
    Map<String, Object> properties = new LinkedHashMap<>();
    int type = 0;
    List<List<int[]>> parts = List.of();
    Message message = new Message(bytes);
    while (message.next()) {
      switch (message.field) {
        case 2 -> {
          Message tags = new Message(message.block());
          while (tags.bytes.hasRemaining())
            properties.put(keys.get((int) tags.varint()), values.get((int) tags.varint()));
        }
        case 3 -> type = (int) message.varint();
        case 4 -> parts = parts(new Message(message.block()));
        default -> message.skip();
      }
    }
    return new Feature(properties, type, parts);
  }

  private static List<List<int[]>> parts(Message commands) {
    List<List<int[]>> parts = new ArrayList<>();
    int x = 0;
    int y = 0;
    while (commands.bytes.hasRemaining()) {
      long command = commands.varint();
      for (int i = 0; i < command >>> 3; i++) {
        if ((command & 7) == 7) continue;
        x += (int) zigzag(commands.varint());
        y += (int) zigzag(commands.varint());
        if ((command & 7) == 1) parts.add(new ArrayList<>());
        parts.get(parts.size() - 1).add(new int[] {x, y});
      }
    }
    return parts;
  }

  private static long zigzag(long n) {
    return (n >>> 1) ^ -(n & 1);
  }
}
