package org.waymark.linearref;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.linearref.NotAStation.Reason;

/** Chainage as people write it: {@code K0+350} is 350 m. For reading and showing, never stored. */
public final class StationText {
  private static final Pattern STATION = Pattern.compile("K?(\\d{1,6})\\+(\\d+)(?:\\.(\\d+))?");
  private static final Pattern DASH = Pattern.compile("[-~\u2010-\u2015\u2212\u301c\u223c至到]+");

  private StationText() {}

  /** {@code K1+020}, with one decimal only where the measure is not a whole metre. */
  public static String format(int dm) {
    if (dm < 0) throw new IllegalArgumentException("measure " + dm + " dm is before 0");
    String whole = "K%d+%03d".formatted(dm / 10_000, dm / 10 % 1000);
    return dm % 10 == 0 ? whole : whole + "." + dm % 10;
  }

  /** {@code K0+350–K1+120}, with an en dash. */
  public static String format(MeasureRange range) {
    return format(range.fromDm()) + "–" + format(range.toDm());
  }

  /**
   * Reads one station in decimetres. Spaces, lower case and full-width forms are accepted, and K
   * may be missing.
   *
   * @throws NotAStation with the reason
   */
  public static int parse(String text) {
    return parse(plain(text), text);
  }

  /**
   * Reads {@code K0+350–K1+120}; the dash may be an en dash, a hyphen, a tilde or 至, full-width or
   * not, with spaces around it.
   *
   * @throws NotAStation with the reason
   */
  public static MeasureRange parseRange(String text) {
    String[] ends = DASH.split(plain(text), -1);
    if (ends.length != 2)
      throw new NotAStation(
          Reason.FORM, text, "a range is two stations with a dash between, such as K0+350–K1+120");
    int from = parse(ends[0], text);
    int to = parse(ends[1], text);
    if (to <= from)
      throw new NotAStation(
          Reason.ORDER, text, "ends at " + format(to) + ", not after its start " + format(from));
    return new MeasureRange(from, to);
  }

  /** Full-width letters, digits and signs become ASCII; spaces go. */
  private static String plain(String text) {
    if (text == null) throw new NotAStation(Reason.FORM, "", "no station given");
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\u00a0\u3000]", "")
        .toUpperCase(java.util.Locale.ROOT);
  }

  private static int parse(String station, String original) {
    Matcher m = STATION.matcher(station);
    if (!m.matches())
      throw new NotAStation(
          Reason.FORM, original, "a station is K, kilometres, + and metres, such as K0+350");
    if (m.group(2).length() > 3)
      throw new NotAStation(Reason.METRES, original, "metres after the + must be below 1000");
    String fraction = m.group(3) == null ? "0" : m.group(3).replaceFirst("0+$", "");
    if (fraction.length() > 1)
      throw new NotAStation(Reason.TOO_FINE, original, "finer than a decimetre");
    long dm =
        Long.parseLong(m.group(1)) * 10_000
            + Long.parseLong(m.group(2)) * 10
            + (fraction.isEmpty() ? 0 : Long.parseLong(fraction));
    if (dm > Integer.MAX_VALUE)
      throw new NotAStation(Reason.TOO_LONG, original, "longer than 214,748 km");
    return (int) dm;
  }
}
