package org.waymark.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * One reader. Never waits for it: what cannot be written now stays here, and only the newest of it.
 * A thread that has news and one of the server that says "write on" may come at the same time.
 */
final class LiveStream implements WriteListener, AsyncListener {
  private final Audience audience;
  private final long endsAtNanos;
  private final AsyncContext exchange;
  private final ServletOutputStream out;
  private final Consumer<LiveStream> whenClosed;
  private byte[] waiting;
  private boolean begun;
  private boolean unflushed;
  private boolean closed;

  /**
   * @param exchange without a timeout of its own
   * @param whenClosed called once or more
   */
  LiveStream(
      Audience audience,
      long endsAtNanos,
      AsyncContext exchange,
      ServletOutputStream out,
      Consumer<LiveStream> whenClosed) {
    this.audience = audience;
    this.endsAtNanos = endsAtNanos;
    this.exchange = exchange;
    this.out = out;
    this.whenClosed = whenClosed;
  }

  Audience audience() {
    return audience;
  }

  boolean isOver(long nowNanos) {
    return nowNanos - endsAtNanos >= 0;
  }

  /** The server writes the answer's head before it asks for the first bytes. */
  void begin(byte[] first) {
    synchronized (this) {
      waiting = first;
    }
    exchange.addListener(this);
    out.setWriteListener(this);
  }

  synchronized void offer(Batch batch) {
    if (waiting == null) waiting = batch.news(audience).orElse(null);
    else waiting = batch.whole(audience);
    writeOn();
  }

  /** A reader that has not even taken the last bytes needs no sign of life. */
  synchronized void beat(byte[] comment) {
    if (waiting != null) return;
    if (begun && !closed && !unflushed) waiting = comment;
    writeOn();
  }

  @Override
  public synchronized void onWritePossible() {
    begun = true;
    writeOn();
  }

  /** Asks before each step whether it can be done at once; a "no" brings onWritePossible. */
  private void writeOn() {
    if (!begun || closed) return;
    try {
      while ((waiting != null || unflushed) && out.isReady()) {
        if (unflushed) {
          unflushed = false;
          out.flush();
        } else {
          byte[] now = waiting;
          waiting = null;
          unflushed = true;
          out.write(now);
        }
      }
    } catch (IOException | IllegalStateException gone) {
      forget();
    }
  }

  void end() {
    synchronized (this) {
      if (closed) return;
      forget();
    }
    complete();
  }

  /** The server tells of a reader that left by onError, which ends the exchange. */
  private void forget() {
    closed = true;
    waiting = null;
    whenClosed.accept(this);
  }

  private void complete() {
    try {
      exchange.complete();
    } catch (IllegalStateException over) {
      // the server was first
    }
  }

  @Override
  public void onError(Throwable failure) {
    synchronized (this) {
      forget();
    }
    complete();
  }

  @Override
  public void onError(AsyncEvent event) {
    onError(event.getThrowable());
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    end();
  }

  @Override
  public synchronized void onComplete(AsyncEvent event) {
    forget();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
