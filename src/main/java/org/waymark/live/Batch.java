package org.waymark.live;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What changed since the last batch, written once for each audience. */
final class Batch {
  private final LiveState state;
  private final boolean published;
  private final boolean progressed;

  /** Null = any. */
  private final Set<Integer> projects;

  private final Map<Audience, Optional<byte[]>> news = new ConcurrentHashMap<>();
  private final Map<Audience, byte[]> whole = new ConcurrentHashMap<>();

  private Batch(LiveState state, boolean published, boolean progressed, Set<Integer> projects) {
    this.state = state;
    this.published = published;
    this.progressed = progressed;
    this.projects = projects;
  }

  /** Nothing is known but where everything stands. */
  static Batch anything(LiveState state) {
    return new Batch(state, true, true, null);
  }

  /**
   * @param notices in the order of their commits; those that {@code before} knows of are left out,
   *     and where one is missing it may be any project
   */
  static Batch of(LiveState before, Iterable<Notice> notices) {
    LiveState state = before;
    Set<Integer> projects = new TreeSet<>();
    for (Notice notice : notices) {
      long known = state.revision(notice.topic());
      if (notice.revision() <= known) continue;
      state = state.with(notice.topic(), notice.revision());
      if (notice.topic() != LiveTopic.PROGRESS) continue;
      if (notice.projects() == null || notice.revision() != known + 1) projects = null;
      else if (projects != null) projects.addAll(notice.projects());
    }
    return new Batch(
        state,
        state.published() != before.published(),
        state.progress() != before.progress(),
        projects);
  }

  LiveState state() {
    return state;
  }

  boolean isEmpty() {
    return !published && !progressed;
  }

  /** Empty where nothing of it is for this audience. */
  Optional<byte[]> news(Audience audience) {
    return news.computeIfAbsent(
        audience,
        who -> {
          Set<Integer> heard = who.within(projects);
          boolean moved = progressed && who.signedIn() && (heard == null || !heard.isEmpty());
          return published || moved ? Optional.of(state.event(who, heard)) : Optional.empty();
        });
  }

  /** For a reader who missed something. */
  byte[] whole(Audience audience) {
    return whole.computeIfAbsent(audience, who -> state.event(who, null));
  }
}
