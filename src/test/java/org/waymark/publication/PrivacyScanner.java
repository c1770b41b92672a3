package org.waymark.publication;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Looks through an answer for what the public must not learn. Knows the secrets, not the rules. */
final class PrivacyScanner {
  /** As close as 5 decimals: a metre. */
  private static final Pattern PLACE =
      Pattern.compile("(\\d{2,3}\\.\\d{3,})\\s*[,; ]\\s*(\\d{2,3}\\.\\d{3,})");

  private static final Pattern LATIN = Pattern.compile("[\\w.-]+");
  private final Map<String, Collection<String>> texts;
  private final Set<String> places = new HashSet<>();
  private final Map<String, Set<String>> withheld;

  /**
   * @param texts secrets by what they are
   * @param withheld township codes by indicator or track code
   */
  PrivacyScanner(Map<String, Collection<String>> texts, Map<String, Set<String>> withheld) {
    this.texts = texts;
    this.withheld = withheld;
  }

  void hide(double lon, double lat) {
    places.add(place(lon, lat));
  }

  void show(double lon, double lat) {
    places.remove(place(lon, lat));
  }

  int hiddenPlaces() {
    return places.size();
  }

  private static String place(double lon, double lat) {
    return String.format(Locale.ROOT, "%.5f,%.5f", lon, lat);
  }

  /** Empty where nothing leaks. */
  List<String> scan(String address, String answer) {
    List<String> leaks = new ArrayList<>();
    Set<String> words = new HashSet<>();
    Matcher latin = LATIN.matcher(answer);
    while (latin.find()) words.add(latin.group());
    texts.forEach(
        (what, secrets) ->
            secrets.stream()
                .filter(s -> LATIN.matcher(s).matches() ? words.contains(s) : answer.contains(s))
                .forEach(s -> leaks.add(address + ": " + what + " " + s)));
    Matcher place = PLACE.matcher(answer);
    while (place.find()) {
      double a = Double.parseDouble(place.group(1));
      double b = Double.parseDouble(place.group(2));
      // either way round
      for (String at : List.of(place(a, b), place(b, a)))
        if (places.contains(at)) leaks.add(address + ": place " + at);
    }
    return leaks;
  }

  /** Anything but "withheld" of a withheld township. */
  List<String> scanFigures(String address, JsonNode facts) {
    List<String> leaks = new ArrayList<>();
    for (JsonNode project : facts.path("projects"))
      for (JsonNode track : project.path("tracks"))
        for (JsonNode indicator : track.path("indicators"))
          for (JsonNode share : indicator.path("shares"))
            if (isWithheld(indicator.path("code").asString(), share)
                && !Set.copyOf(share.propertyNames()).equals(Set.of("township", "withheld")))
              leaks.add(address + ": figure " + indicator.path("code").asString() + " " + share);
    return leaks;
  }

  private boolean isWithheld(String part, JsonNode share) {
    return withheld.getOrDefault(part, Set.of()).contains(share.path("township").asString());
  }
}
