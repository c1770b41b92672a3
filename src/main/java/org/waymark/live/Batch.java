package org.waymark.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.waymark.footprint.MapBox;

/** What changed since the last batch, written once for each audience. */
final class Batch {
  private final LiveState state;
  private final boolean published;
  private final boolean progressed;

  /** Null = it may be anything. */
  private final List<Notice> moves;

  private final Map<Audience, Optional<byte[]>> news = new ConcurrentHashMap<>();
  private final Map<Audience, byte[]> whole = new ConcurrentHashMap<>();

  private Batch(LiveState state, boolean published, boolean progressed, List<Notice> moves) {
    this.state = state;
    this.published = published;
    this.progressed = progressed;
    this.moves = moves;
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
    List<Notice> moves = new ArrayList<>();
    for (Notice notice : notices) {
      long known = state.revision(notice.topic());
      if (notice.revision() <= known) continue;
      state = state.with(notice.topic(), notice.revision());
      if (notice.topic() != LiveTopic.PROGRESS) continue;
      if (notice.revision() != known + 1) moves = null;
      else if (moves != null) moves.add(notice);
    }
    return new Batch(
        state,
        state.published() != before.published(),
        state.progress() != before.progress(),
        moves);
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
          Set<Integer> heard = projects(who);
          boolean moved = progressed && who.signedIn() && (heard == null || !heard.isEmpty());
          return published || moved
              ? Optional.of(state.event(who, heard, places(who)))
              : Optional.empty();
        });
  }

  /** Null = any. */
  private Set<Integer> projects(Audience who) {
    if (moves == null) return null;
    Set<Integer> all = new TreeSet<>();
    for (Notice move : moves) {
      if (move.projects() == null) return null;
      all.addAll(who.within(move.projects()));
    }
    return all;
  }

  /** Of the changes that are within this audience's projects; null = anywhere. */
  private List<MapBox> places(Audience who) {
    if (moves == null || !who.everywhere()) return null;
    Places all = Places.NONE;
    for (Notice move : moves) {
      Set<Integer> heard = who.within(move.projects());
      if (heard == null && who.projects().isPresent()) return null;
      if (heard == null || !heard.isEmpty()) all = all.plus(move.places());
    }
    return all.ground() ? null : all.boxes();
  }

  /** For a reader who missed something. */
  byte[] whole(Audience audience) {
    return whole.computeIfAbsent(audience, who -> state.event(who, null, null));
  }
}
