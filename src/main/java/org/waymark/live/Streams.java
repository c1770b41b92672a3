package org.waymark.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import org.waymark.problem.Busy;
import org.waymark.problem.ProblemType;

/** The open streams of this instance and the state they are told. */
@Component
class Streams {
  private static final byte[] BEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final int RETRY_AFTER_SECONDS = 30;
  private final LiveSettings settings;
  private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();

  /** Null until the database was asked. */
  private LiveState state;

  private boolean closing;

  Streams(LiveSettings settings) {
    this.settings = settings;
  }

  /**
   * @throws Busy when as many as allowed are open, or this instance stops
   */
  synchronized void admit(Audience audience) {
    int allowed = audience.signedIn() ? settings.streams() : settings.streams() / 2;
    if (closing || open.size() >= allowed)
      throw new Busy(ProblemType.TOO_MANY_STREAMS, RETRY_AFTER_SECONDS);
  }

  /**
   * Tells the state at once: no change falls between it and the next batch.
   *
   * @param lastEventId what the reader knows; null = nothing
   */
  synchronized void open(
      Audience audience, String lastEventId, AsyncContext exchange, ServletOutputStream out) {
    LiveStream stream = new LiveStream(audience, end(), exchange, out, open::remove);
    open.add(stream);
    stream.begin(first(audience, lastEventId));
    if (closing) stream.end();
  }

  private byte[] first(Audience audience, String lastEventId) {
    if (state == null) return BEAT;
    boolean knows = state.id(audience).equals(lastEventId);
    return state.event(audience, knows ? Set.of() : null, knows ? List.of() : null);
  }

  /** Streams that began together do not end together. */
  private long end() {
    double share = ThreadLocalRandom.current().nextDouble(0.9, 1.1);
    return System.nanoTime() + (long) (settings.life().toNanos() * share);
  }

  /** Where everything stands, after a time without notices. */
  synchronized void stand(Map<LiveTopic, Long> revisions) {
    LiveState now = LiveState.of(revisions);
    if (now.equals(state)) return;
    tell(Batch.anything(now));
  }

  synchronized void tell(Iterable<Notice> notices) {
    Batch batch = Batch.of(state, notices);
    if (!batch.isEmpty()) tell(batch);
  }

  private void tell(Batch batch) {
    state = batch.state();
    open.forEach(stream -> stream.offer(batch));
  }

  /** Also finds the readers that have left, and ends what is past its time. */
  void beat() {
    long now = System.nanoTime();
    for (LiveStream stream : open) {
      if (stream.isOver(now)) stream.end();
      else stream.beat(BEAT);
    }
  }

  Duration heartbeat() {
    return settings.heartbeat();
  }

  int count() {
    return open.size();
  }

  synchronized void begin() {
    closing = false;
  }

  /** Readers go to another instance, or come back. */
  void close() {
    synchronized (this) {
      closing = true;
    }
    open.forEach(LiveStream::end);
  }
}
