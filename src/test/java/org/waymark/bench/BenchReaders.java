package org.waymark.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many readers of {@code GET /live} on one thread, so light that the server's share shows. */
final class BenchReaders implements AutoCloseable {
  private static final Pattern PROGRESS = Pattern.compile("\"progress\":(\\d+)");
  private final Selector selector = Selector.open();
  private final List<Reader> readers = new ArrayList<>();
  private final ByteBuffer bytes = ByteBuffer.allocate(16_384);
  private volatile boolean running = true;
  private final Thread thread = new Thread(this::run, "readers");

  /** One stream: the state heard last, and when each later one was heard first. */
  static final class Reader {
    private final StringBuilder text = new StringBuilder();
    private final List<long[]> heard = new ArrayList<>();
    private volatile long progress = -1;

    private void take(String more, long now) {
      text.append(more);
      for (int end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        Matcher matcher = PROGRESS.matcher(text.substring(0, end));
        text.delete(0, end + 2);
        if (!matcher.find()) continue;
        long state = Long.parseLong(matcher.group(1));
        synchronized (heard) {
          heard.add(new long[] {state, now});
        }
        progress = state;
      }
      text.trimToSize();
    }

    long progress() {
      return progress;
    }

    /** When this state or a later one came; −1 = never. */
    long heardAt(long state) {
      synchronized (heard) {
        for (long[] one : heard) if (one[0] >= state) return one[1];
      }
      return -1;
    }
  }

  BenchReaders(int port, String token, int count) throws IOException {
    byte[] request =
        ("GET /live HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < count; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.setOption(StandardSocketOptions.SO_RCVBUF, 8192);
      channel.connect(new InetSocketAddress("127.0.0.1", port));
      channel.write(ByteBuffer.wrap(request));
      channel.configureBlocking(false);
      Reader reader = new Reader();
      readers.add(reader);
      channel.register(selector, SelectionKey.OP_READ, reader);
    }
    thread.setDaemon(true);
    thread.start();
  }

  List<Reader> readers() {
    return readers;
  }

  private void run() {
    try {
      while (running) {
        selector.select(this::read, 100);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(SelectionKey key) {
    try {
      bytes.clear();
      int got = ((SocketChannel) key.channel()).read(bytes);
      long now = System.nanoTime();
      if (got < 0) key.channel().close();
      else
        ((Reader) key.attachment())
            .take(new String(bytes.array(), 0, got, StandardCharsets.US_ASCII), now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    running = false;
    try {
      thread.join(5000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (SelectionKey key : selector.keys()) key.channel().close();
    selector.close();
  }
}
