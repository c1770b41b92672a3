package org.waymark.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.waymark.publication.PublicFacts.PhotoFact;
import org.waymark.publication.PublicFacts.ProjectFact;
import org.waymark.publication.PublicFacts.TownshipFact;

/** What an approver decides on: verified figures, lights and photos that differ. Pure. */
final class SnapshotDifference {
  private final List<SnapshotChange> changes = new ArrayList<>();

  private SnapshotDifference() {}

  /**
   * @param before null = nothing is published yet
   */
  static List<SnapshotChange> between(PublicFacts before, PublicFacts after) {
    SnapshotDifference difference = new SnapshotDifference();
    Map<Integer, ProjectFact> old = new HashMap<>();
    if (before != null) before.projects().forEach(p -> old.put(p.number(), p));
    for (ProjectFact p : after.projects()) difference.project(old.remove(p.number()), p);
    old.values()
        .forEach(p -> difference.add("light", p.number(), null, null, p.light().code(), null));
    Map<String, TownshipFact> townships = new HashMap<>();
    if (before != null) before.townships().forEach(t -> townships.put(t.code(), t));
    for (TownshipFact t : after.townships()) {
      TownshipFact was = townships.get(t.code());
      difference.add(
          "township",
          null,
          null,
          t.code(),
          was == null ? null : was.light().code(),
          t.light().code());
    }
    return difference.changes;
  }

  private void project(ProjectFact was, ProjectFact is) {
    add(
        "light",
        is.number(),
        null,
        null,
        was == null ? null : was.light().code(),
        is.light().code());
    add("percent", is.number(), null, null, percent(was), percent(is));
    Map<String, String> old = quantities(was);
    quantities(is)
        .forEach(
            (code, verified) -> add("quantity", is.number(), code, null, old.get(code), verified));
    // a list: two photos may look the same, and one may get another caption
    List<PhotoFact> photos = new ArrayList<>(was == null ? List.of() : was.photos());
    is.photos().stream()
        .filter(p -> !photos.remove(p))
        .forEach(p -> add("photo", is.number(), null, null, null, p.caption()));
    photos.forEach(p -> add("photo", is.number(), null, null, p.caption(), null));
  }

  private static String percent(ProjectFact p) {
    return p == null || p.percent() == null ? null : text(p.percent().verified());
  }

  private static Map<String, String> quantities(ProjectFact p) {
    Map<String, String> quantities = new TreeMap<>();
    if (p != null)
      p.tracks()
          .forEach(t -> t.indicators().forEach(i -> quantities.put(i.code(), text(i.verified()))));
    return quantities;
  }

  private static String text(BigDecimal number) {
    return number == null ? null : number.stripTrailingZeros().toPlainString();
  }

  private void add(
      String kind, Integer project, String indicator, String township, String from, String to) {
    if (!Objects.equals(from, to))
      changes.add(new SnapshotChange(kind, project, indicator, township, from, to));
  }
}
