package org.waymark.intake;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** In which reference systems files may come. Nothing is guessed: the file says it, or a person. */
final class ReferenceSystems {
  static final String OF_FILE = "file";
  static final String GCJ02 = "GCJ02";
  static final String BD09 = "BD09";
  private static final Pattern EPSG = Pattern.compile("EPSG:(\\d{4,5})");
  private static final Pattern DATUM = Pattern.compile("(?:DATUM|ENSEMBLE)\\[\"([^\"]+)\"");
  private static final Pattern SAME =
      Pattern.compile(
          "China_2000|CGCS_?2000|China_Geodetic.*2000|WGS_?(19)?84|World_Geodetic_System_1984.*");

  private ReferenceSystems() {}

  /**
   * What a file says.
   *
   * @param code EPSG:… where it is known by one
   * @param usable false where it rests on another datum, which needs parameters nobody gave us
   */
  record Told(String code, String name, boolean usable) {}

  /**
   * Null where the file says nothing that can be used as a place on the ground.
   *
   * @param wkt in its second edition: the first has no word for degrees with a height
   */
  static Told told(String wkt) {
    Matcher datum = DATUM.matcher(wkt);
    if (!datum.find()) return null;
    Matcher name = Pattern.compile("^\\s*\\w+\\[\"([^\"]*)\"").matcher(wkt);
    Matcher code = Pattern.compile("ID\\[\"EPSG\",(\\d+)]]\\s*$").matcher(wkt);
    return new Told(
        code.find() ? "EPSG:" + code.group(1) : null,
        name.find() ? name.group(1) : "?",
        SAME.matcher(datum.group(1).replaceFirst("^D_", "").replace(' ', '_')).matches());
  }

  /**
   * @throws Problem FAULTY_FIELDS for any other than those that may be chosen
   */
  static void require(String code) {
    if (code != null && (code.equals(OF_FILE) || isShifted(code))) return;
    Matcher epsg = EPSG.matcher(String.valueOf(code));
    if (epsg.matches()) {
      int number = Integer.parseInt(epsg.group(1));
      boolean gaussKrueger = number >= 4491 && number <= 4554;
      if (gaussKrueger || List.of(4490, 4326, 3857, 32648, 32649).contains(number)) return;
    }
    throw new Problem(
        ProblemType.FAULTY_FIELDS,
        Map.of("count", 1),
        List.of(new Problem.Fault("/crs", "intake.crs", Map.of("crs", code == null ? "–" : code))));
  }

  static boolean isShifted(String code) {
    return code.equals(GCJ02) || code.equals(BD09);
  }

  /** What GDAL is told, so that degrees of WGS84 come out, or the shifted ones as they are. */
  static List<String> arguments(String code) {
    if (code.equals(OF_FILE)) return List.of("-t_srs", "EPSG:4326");
    if (isShifted(code)) return List.of("-a_srs", "EPSG:4326");
    return List.of("-s_srs", code, "-t_srs", "EPSG:4326");
  }
}
