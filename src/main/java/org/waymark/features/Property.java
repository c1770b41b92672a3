package org.waymark.features;

/**
 * What a feature says of itself, and what may be asked of it.
 *
 * @param name as requests and answers have it
 * @param column of the feature's source
 */
record Property(String name, String column, Type type) {
  enum Type {
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    DATE,
    INSTANT;

    boolean numeric() {
      return this == INTEGER || this == NUMBER;
    }
  }

  static Property text(String name, String column) {
    return new Property(name, column, Type.TEXT);
  }

  static Property integer(String name, String column) {
    return new Property(name, column, Type.INTEGER);
  }

  static Property number(String name, String column) {
    return new Property(name, column, Type.NUMBER);
  }

  static Property date(String name, String column) {
    return new Property(name, column, Type.DATE);
  }
}
