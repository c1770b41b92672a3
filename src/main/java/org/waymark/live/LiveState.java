package org.waymark.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.waymark.footprint.MapBox;

/** The numbers of all topics at one moment, and how they are written on a stream. */
record LiveState(long progress, long published) {
  static LiveState of(Map<LiveTopic, Long> revisions) {
    return new LiveState(revisions.get(LiveTopic.PROGRESS), revisions.get(LiveTopic.PUBLISHED));
  }

  long revision(LiveTopic topic) {
    return topic == LiveTopic.PROGRESS ? progress : published;
  }

  LiveState with(LiveTopic topic, long revision) {
    return topic == LiveTopic.PROGRESS
        ? new LiveState(revision, published)
        : new LiveState(progress, revision);
  }

  /** Equal for readers of equal rights who have heard the same. */
  String id(Audience audience) {
    return audience.signedIn() ? progress + "-" + published : String.valueOf(published);
  }

  /**
   * @param projects that changed, of those in scope; null = any; of nobody's concern without
   *     sign-in
   * @param boxes where; null = anywhere
   */
  byte[] event(Audience audience, Set<Integer> projects, List<MapBox> boxes) {
    String data =
        audience.signedIn()
            ? "\"progress\":"
                + progress
                + ",\"published\":"
                + published
                + list(projects)
                + places(boxes)
            : "\"published\":" + published;
    String event = "event: state\nid: %s\ndata: {%s}\n\n".formatted(id(audience), data);
    return event.getBytes(StandardCharsets.US_ASCII);
  }

  private static String places(List<MapBox> boxes) {
    if (boxes == null) return ",\"boxes\":null";
    return boxes.stream()
        .map(box -> box.corners().toString().replace(" ", ""))
        .collect(Collectors.joining(",", ",\"boxes\":[", "]"));
  }

  private static String list(Set<Integer> projects) {
    if (projects == null) return ",\"projects\":null";
    return new TreeSet<>(projects)
        .stream().map(String::valueOf).collect(Collectors.joining(",", ",\"projects\":[", "]"));
  }
}
