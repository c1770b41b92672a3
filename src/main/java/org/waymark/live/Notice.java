package org.waymark.live;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What one commit tells the instances: {@code 500114 progress 12 18,24 -}, with {@code *} for any
 * project, and the places last.
 *
 * @param projects null = any
 */
record Notice(
    String district, LiveTopic topic, long revision, Set<Integer> projects, Places places) {
  static final String CHANNEL = "waymark_live";

  /** More than these are told as "any": a notice of PostgreSQL holds less than 8,000 bytes. */
  private static final int MOST_PROJECTS = 200;

  String text() {
    String list =
        projects == null || projects.size() > MOST_PROJECTS
            ? "*"
            : new TreeSet<>(projects)
                .stream().map(String::valueOf).collect(Collectors.joining(",", "", ""));
    String some = list.isEmpty() ? "-" : list;
    return String.join(" ", district, topic.code(), String.valueOf(revision), some, places.text());
  }

  /** Empty for what another version of Waymark may say. */
  static Optional<Notice> find(String text) {
    String[] words = text.split(" ");
    if (words.length != 5) return Optional.empty();
    return Arrays.stream(LiveTopic.values())
        .filter(topic -> topic.code().equals(words[1]))
        .findFirst()
        .map(
            topic ->
                new Notice(
                    words[0],
                    topic,
                    Long.parseLong(words[2]),
                    numbers(words[3]),
                    Places.parse(words[4])));
  }

  private static Set<Integer> numbers(String list) {
    return switch (list) {
      case "*" -> null;
      case "-" -> Set.of();
      default ->
          Arrays.stream(list.split(","))
              .map(Integer::valueOf)
              .collect(Collectors.toCollection(TreeSet::new));
    };
  }
}
