package org.waymark.progress;

import java.time.LocalDate;
import java.util.Map;
import org.waymark.progress.Figures.Figure;

/**
 * What one subject adds to the totals, given all its reports.
 *
 * @param totalType indicator, track or item
 * @param parts its figures by township and horizon; without those nobody reported
 * @param activity reports not returned, by township ("" = whole district) and day received
 * @param states of a footprint by horizon; empty for other subjects
 */
record Contribution(
    String totalType,
    String totalCode,
    String trackCode,
    Map<PartKey, Figure> parts,
    Map<ActivityKey, Integer> activity,
    Map<LocalDate, FootprintFold.State> states) {

  record PartKey(String township, LocalDate horizon) implements Comparable<PartKey> {
    @Override
    public int compareTo(PartKey o) {
      int order = township.compareTo(o.township);
      return order != 0 ? order : horizon.compareTo(o.horizon);
    }
  }

  record ActivityKey(String township, LocalDate receivedDay) {}
}
