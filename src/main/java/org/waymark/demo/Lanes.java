package org.waymark.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Splits entries into lanes that can be played side by side: what belongs to one track stays in one
 * lane and in order, for the sums of a track are its own.
 */
final class Lanes {
  private final int count;
  private final Map<UUID, Integer> laneOf = new HashMap<>();

  /**
   * @param trackOf code of the track; not asked for a verdict, which goes with its report
   */
  Lanes(int count, List<Entry> entries, Function<Entry, String> trackOf) {
    this.count = count;
    Map<UUID, String> tracks = new HashMap<>();
    for (Entry e : entries)
      tracks.put(e.id(), e instanceof Entry.Verdict v ? tracks.get(v.report()) : trackOf.apply(e));
    Map<String, Integer> lanes = balanced(tracks.values().stream());
    tracks.forEach((id, track) -> laneOf.put(id, lanes.get(track)));
  }

  /** One list per lane, in the order given; some may be empty. */
  List<List<Entry>> split(List<Entry> some) {
    List<List<Entry>> lanes = new ArrayList<>();
    for (int i = 0; i < count; i++) lanes.add(new ArrayList<>());
    some.forEach(e -> lanes.get(laneOf.get(e.id())).add(e));
    return lanes;
  }

  /** The longest track first, each into the lane with least in it. */
  private Map<String, Integer> balanced(Stream<String> tracks) {
    Map<String, Long> sizes =
        tracks.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long[] load = new long[count];
    Map<String, Integer> lanes = new HashMap<>();
    sizes.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(
            e -> {
              int least = 0;
              for (int i = 1; i < count; i++) if (load[i] < load[least]) least = i;
              load[least] += e.getValue();
              lanes.put(e.getKey(), least);
            });
    return lanes;
  }
}
