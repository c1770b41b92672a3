package org.waymark.publication;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.plan.Project;
import org.waymark.plan.Track;

/**
 * Which townships of which parts are withheld. Decided by the plan and the ground alone, never by
 * progress, so that it stays the same over the year; and against subtraction: what is withheld of a
 * part is never a single township, and never fewer than {@link #SMALL} together. Pure.
 */
final class Suppression {
  /** A township with fewer is not told of. */
  static final int SMALL = 5;

  private final Collection<String> townships;
  private final Map<String, Map<String, Integer>> mapped;

  /**
   * @param mapped number of footprints by indicator and township
   */
  Suppression(Collection<String> townships, Map<String, Map<String, Integer>> mapped) {
    this.townships = townships;
    this.mapped = mapped;
  }

  /** By indicator code, and by track code where a track has a percent of its own. */
  Map<String, Set<String>> of(Plan plan) {
    Map<String, Set<String>> withheld = new HashMap<>();
    for (Project project : plan.projects())
      for (Track track : project.tracks()) {
        track.indicators().stream()
            .filter(i -> Care.of(project, i).small())
            .forEach(i -> withheld.put(i.code(), small(counts(List.of(i)))));
        if (track.basis() != Track.Basis.QUANTITY && Care.of(project, track).small())
          withheld.put(track.code(), small(counts(track.indicators())));
      }
    return withheld;
  }

  /** The smallest number among the indicators; a township without any has 0. */
  private Map<String, Integer> counts(List<Indicator> indicators) {
    Map<String, Integer> counts = new HashMap<>();
    for (String township : townships)
      counts.put(township, indicators.stream().mapToInt(i -> count(i, township)).min().orElse(0));
    return counts;
  }

  private int count(Indicator indicator, String township) {
    if (indicator.mapped())
      return mapped.getOrDefault(indicator.code(), Map.of()).getOrDefault(township, 0);
    BigDecimal quota = indicator.quotas().get(township);
    return quota == null ? 0 : quota.intValue();
  }

  private static Set<String> small(Map<String, Integer> counts) {
    Set<String> withheld = new TreeSet<>();
    counts.forEach(
        (township, count) -> {
          if (count < SMALL) withheld.add(township);
        });
    List<String> others =
        counts.keySet().stream()
            .filter(township -> !withheld.contains(township))
            .sorted(
                Comparator.<String, Integer>comparing(counts::get)
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    for (String next : others) {
      if (safe(withheld, counts)) break;
      withheld.add(next);
    }
    return withheld;
  }

  private static boolean safe(Set<String> withheld, Map<String, Integer> counts) {
    int sum = withheld.stream().mapToInt(counts::get).sum();
    return sum == 0 || (sum >= SMALL && withheld.size() > 1);
  }
}
