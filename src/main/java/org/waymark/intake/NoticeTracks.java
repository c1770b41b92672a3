package org.waymark.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waymark.intake.NoticeGate.Part;

/**
 * Where a project's gates speak of parts of it with a percent each, those parts are tracks. Which
 * indicators and which sentences are whose is told by their words; where that is not plain, there
 * is one track and the percents are asked.
 */
final class NoticeTracks {
  /**
   * @param name of the part, "" for the project itself
   * @param parts of each gate, by due day; all of a gate that speaks of the whole
   */
  record Track(String name, List<NoticeIndicator> indicators, Map<String, List<Part>> parts) {}

  private static final double LIKELY = 0.6;

  private NoticeTracks() {}

  /**
   * @param unplain told where gates have several percents that fit no parts
   */
  static List<Track> of(
      List<NoticeIndicator> indicators, Map<String, NoticeGate> gates, Runnable unplain) {
    NoticeGate model = null;
    for (NoticeGate gate : gates.values())
      if (gate.hasSeveralParts() && (model == null || gate.parts().size() > model.parts().size()))
        model = gate;
    if (model == null) return List.of(whole(indicators, gates));
    List<Track> tracks = split(model, indicators, gates);
    if (tracks.isEmpty()) {
      unplain.run();
      return List.of(whole(indicators, gates));
    }
    return tracks;
  }

  private static Track whole(List<NoticeIndicator> indicators, Map<String, NoticeGate> gates) {
    Map<String, List<Part>> parts = new LinkedHashMap<>();
    gates.forEach((due, gate) -> parts.put(due, gate.parts()));
    return new Track("", indicators, parts);
  }

  private static List<Track> split(
      NoticeGate model, List<NoticeIndicator> indicators, Map<String, NoticeGate> gates) {
    List<List<NoticeIndicator>> groups = new ArrayList<>();
    model.parts().forEach(part -> groups.add(new ArrayList<>()));
    int current = -1;
    for (NoticeIndicator indicator : indicators) {
      int best = best(model.parts(), indicator);
      if (best >= 0) current = best;
      if (current < 0) return List.of();
      groups.get(current).add(indicator);
    }
    if (groups.stream().anyMatch(List::isEmpty)) return List.of();
    List<Track> tracks = new ArrayList<>();
    for (List<NoticeIndicator> group : groups)
      tracks.add(new Track(group.get(0).name(), group, new LinkedHashMap<>()));
    for (Map.Entry<String, NoticeGate> gate : gates.entrySet())
      if (!lay(gate.getKey(), gate.getValue(), tracks)) return List.of();
    return tracks;
  }

  private static int best(List<Part> parts, NoticeIndicator indicator) {
    int best = -1;
    double most = LIKELY;
    for (int i = 0; i < parts.size(); i++) {
      double likeness = NoticeLikeness.of(indicator.name(), parts.get(i).text());
      if (likeness >= most && (best < 0 || likeness > most)) {
        best = i;
        most = likeness;
      }
    }
    return best;
  }

  /** Each part to the track whose indicators it names best; false where two parts meet. */
  private static boolean lay(String due, NoticeGate gate, List<Track> tracks) {
    if (!gate.hasSeveralParts()) {
      tracks.forEach(track -> track.parts().put(due, gate.parts()));
      return true;
    }
    Map<Integer, Part> laid = new HashMap<>();
    for (Part part : gate.parts()) {
      int best = -1;
      double most = 0;
      for (int i = 0; i < tracks.size(); i++) {
        double likeness =
            tracks.get(i).indicators().stream()
                .mapToDouble(indicator -> NoticeLikeness.of(indicator.name(), part.text()))
                .max()
                .orElse(0);
        if (likeness > most) {
          most = likeness;
          best = i;
        }
      }
      if (best < 0 || laid.putIfAbsent(best, part) != null) return false;
    }
    if (laid.size() != tracks.size()) return false;
    laid.forEach((track, part) -> tracks.get(track).parts().put(due, List.of(part)));
    return true;
  }
}
