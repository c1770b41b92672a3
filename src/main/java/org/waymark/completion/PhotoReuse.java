package org.waymark.completion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.completion.LinkQueries.Citing;
import org.waymark.evidence.Photos;

/**
 * Photos that another report of the district shows too, or one that looks like them. A reviewer is
 * told; nothing is refused for it.
 */
@Component
class PhotoReuse {
  /** More than these of one report tell a reviewer nothing new. */
  private static final int MOST = 5;

  private final Photos photos;
  private final LinkQueries queries;

  PhotoReuse(Photos photos, LinkQueries queries) {
    this.photos = photos;
    this.queries = queries;
  }

  /** By report; one whose photos nobody else shows is left out. */
  Map<UUID, List<Report.Reuse>> list(Caller caller, List<StoredReport> reports) {
    Set<String> asked = new HashSet<>();
    reports.forEach(r -> asked.addAll(List.of(r.photoHashes)));
    if (asked.isEmpty()) return Map.of();
    Map<String, List<String>> twins = photos.listTwins(caller.districtCode(), asked);
    twins.values().forEach(asked::addAll);
    List<Citing> citing = queries.listCiting(caller, asked);
    Map<UUID, List<Report.Reuse>> reused = new HashMap<>();
    for (StoredReport report : reports) {
      List<Report.Reuse> found = of(report, citing, twins);
      if (!found.isEmpty()) reused.put(report.reportId(), found);
    }
    return reused;
  }

  private static List<Report.Reuse> of(
      StoredReport report, List<Citing> citing, Map<String, List<String>> twins) {
    List<Report.Reuse> found = new ArrayList<>();
    for (Citing other : citing) {
      if (isSameWork(report, other)) continue;
      for (String mine : report.photoHashes) {
        String theirs = match(mine, other.photos(), twins);
        if (theirs == null) continue;
        found.add(reuse(mine, theirs, other));
        break;
      }
      if (found.size() == MOST) break;
    }
    return found;
  }

  private static String match(String mine, List<String> theirs, Map<String, List<String>> twins) {
    if (theirs.contains(mine)) return mine;
    return twins.getOrDefault(mine, List.of()).stream()
        .filter(theirs::contains)
        .findFirst()
        .orElse(null);
  }

  private static Report.Reuse reuse(String mine, String theirs, Citing other) {
    boolean visible = other.visible();
    return new Report.Reuse(
        mine,
        visible ? theirs : null,
        mine.equals(theirs),
        visible ? other.id() : null,
        visible ? other.subject() : null,
        visible ? other.authorName() : null,
        visible ? other.receivedAt() : null);
  }

  /**
   * Itself, what it was made in place of or replaced by, and an own return about the same thing.
   */
  private static boolean isSameWork(StoredReport report, Citing other) {
    return other.id().equals(report.reportId())
        || other.id().equals(report.replaces)
        || report.reportId().equals(other.replaces())
        || (other.authorId() == report.authorId
            && other.subject().equals(report.subjectCode)
            && other.state().equals("returned"));
  }
}
