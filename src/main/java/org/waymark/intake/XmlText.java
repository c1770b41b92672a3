package org.waymark.intake;

/** Text as XML holds it; characters that XML does not know are left out. */
final class XmlText {
  private XmlText() {}

  static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '&') safe.append("&amp;");
              else if (c == '<') safe.append("&lt;");
              else if (c == '>') safe.append("&gt;");
              else if (c == '"') safe.append("&quot;");
              else if (c == '\r') safe.append("&#13;");
              else if (isKnown(c)) safe.appendCodePoint(c);
            });
    return safe.toString();
  }

  private static boolean isKnown(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c <= 0xd7ff
        || c >= 0xe000 && c <= 0xfffd
        || c >= 0x10000;
  }
}
