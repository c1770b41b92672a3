package org.waymark.tiles;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * Head of a browser's request for a tile. Whatever it does not know, it does not read: that is the
 * server's.
 *
 * @param session of the sign-in; null where there is none
 * @param encodings of {@code Accept-Encoding}; null where not said
 * @param tags of {@code If-None-Match}; null where not said
 */
record RequestHead(String path, String session, String encodings, String tags) {
  private static final byte[] START = "GET /tiles/".getBytes(StandardCharsets.US_ASCII);
  private static final String VERSION = " HTTP/1.1";
  private static final String END = "\r\n";
  private static final String SESSION = "WAYMARK=";

  /** Change nothing about a tile. */
  private static final Set<String> HARMLESS =
      Set.of(
          "accept",
          "accept-language",
          "cache-control",
          "dnt",
          "pragma",
          "priority",
          "referer",
          "user-agent",
          "x-forwarded-for",
          "x-forwarded-host",
          "x-forwarded-port",
          "x-forwarded-proto",
          "x-real-ip");

  /**
   * @param bytes ISO 8859-1
   * @return null where it is not one whole head, or one with more to it
   */
  static RequestHead read(byte[] bytes, int length) {
    if (!isTile(bytes, length) || !isText(bytes, length)) return null;
    String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    int line = text.indexOf(END);
    if (line < VERSION.length() || !text.endsWith(END + END)) return null;
    int path = line - VERSION.length();
    return text.startsWith(VERSION, path) ? read(text, path, line + END.length()) : null;
  }

  private static RequestHead read(String text, int path, int fields) {
    String[] said = new String[4];
    int stop;
    for (int at = fields; at < text.length() - END.length(); at = stop + END.length()) {
      stop = text.indexOf(END, at);
      int colon = text.indexOf(':', at);
      if (colon <= at || colon > stop) return null; // also the end of a head before another one
      String name = text.substring(at, colon).toLowerCase(Locale.ROOT);
      int place = place(name, text, colon + 1, stop);
      if (place < 0 || place < said.length && said[place] != null) return null;
      if (place < said.length) said[place] = text.substring(colon + 1, stop).strip();
    }
    if (said[0] == null || !isPlain(said[0], ".-:[]")) return null;
    String session = said[1] == null ? "" : session(said[1]);
    if (session == null) return null;
    return new RequestHead(
        text.substring(4, path), session.isEmpty() ? null : session, said[2], said[3]);
  }

  /** Where its value is kept; beyond them all what says nothing; negative = unknown. */
  private static int place(String name, String text, int from, int to) {
    return switch (name) {
      case "host" -> 0;
      case "cookie" -> 1;
      case "accept-encoding" -> 2;
      case "if-none-match" -> 3;
      case "connection" -> text.substring(from, to).strip().equalsIgnoreCase("keep-alive") ? 4 : -1;
      default -> HARMLESS.contains(name) || name.startsWith("sec-") && isPlain(name, "-") ? 4 : -1;
    };
  }

  /** Empty where there is none; null where there are several. */
  private static String session(String cookies) {
    String found = "";
    int stop;
    for (int at = 0; at < cookies.length(); at = stop + 1) {
      stop = cookies.indexOf(';', at);
      if (stop < 0) stop = cookies.length();
      while (at < stop && cookies.charAt(at) == ' ') at++;
      if (!cookies.startsWith(SESSION, at)) continue;
      if (!found.isEmpty()) return null;
      found = cookies.substring(at + SESSION.length(), stop);
    }
    return found;
  }

  /** Of letters, digits and {@code more}: the server refuses some of what is not. */
  private static boolean isPlain(String text, String more) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean word = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!word && more.indexOf(c) < 0) return false;
    }
    return true;
  }

  private static boolean isTile(byte[] bytes, int length) {
    if (length < START.length) return false;
    for (int i = 0; i < START.length; i++) if (bytes[i] != START[i]) return false;
    return true;
  }

  /** Lines end with both characters, and there are no other of their kind. */
  private static boolean isText(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      byte b = bytes[i];
      if (b == '\r' && i + 1 < length && bytes[i + 1] == '\n') i++;
      else if (b >= 0 && b < ' ' || b == 0x7f) return false;
    }
    return true;
  }
}
