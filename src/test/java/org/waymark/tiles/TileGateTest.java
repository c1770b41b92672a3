package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong at the gate, the thread that waits for requests goes on. */
class TileGateTest {
  private static final String SERVER = "server";
  private static final byte[] TILE = new byte[250_000];
  @TempDir Path folder;
  private final Tomcat tomcat = new Tomcat();
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private TileGate protocol;
  private volatile boolean full;
  private volatile Answer gate = out -> false;

  private interface Answer {
    boolean to(ByteBuffer out);
  }

  @BeforeEach
  void start() throws LifecycleException {
    Connector connector = new Connector(TileGate.class.getName());
    connector.setPort(0);
    connector.setProperty("socket.txBufSize", "4096");
    connector.setProperty("socket.timeoutInterval", "50");
    tomcat.setBaseDir(folder.toString());
    tomcat.setConnector(connector);
    Context context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "all", new Server()).setLoadOnStartup(1);
    context.addServletMappingDecoded("/", "all");
    protocol = (TileGate) connector.getProtocolHandler();
    protocol.setExecutor(
        task -> {
          if (full) throw new RejectedExecutionException("made up");
          workers.execute(task);
        });
    protocol.open(
        new GateAnswers(null, null) {
          @Override
          boolean write(byte[] request, int length, ByteBuffer out) {
            return gate.to(out);
          }
        });
    tomcat.start();
  }

  @AfterEach
  void stop() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
    workers.shutdownNow();
  }

  @Test
  void what_fails_at_the_gate_is_the_servers() throws IOException {
    for (Throwable fault :
        new Throwable[] {
          new IllegalStateException("made up"),
          new OutOfMemoryError("made up"),
          new StackOverflowError("made up")
        }) {
      gate =
          out -> {
            out.put(TILE, 0, 10);
            if (fault instanceof Error error) throw error;
            throw (RuntimeException) fault;
          };
      try (Socket line = ask()) {
        assertThat(read(line)).as(fault.toString()).endsWith(SERVER);
      }
    }
  }

  @Test
  void a_slow_reader_without_anybody_to_wait_for_it_is_let_go() throws Exception {
    gate = TileGateTest::tile;
    full = true;
    try (Socket line = ask()) {
      Thread.sleep(100);
      assertThat(read(line)).hasSizeLessThan(TILE.length);
    }
    full = false;
    gate = out -> false;
    try (Socket line = ask()) {
      assertThat(read(line)).endsWith(SERVER);
    }
  }

  /** Each that waits holds what is left of its tile. */
  @Test
  void beyond_some_slow_readers_the_gate_is_shut() throws Exception {
    gate = TileGateTest::tile;
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < TileGate.MOST_SLOW; i++) slow.add(ask());
      for (Socket line : slow) assertThat(line.getInputStream().read()).isEqualTo(TILE[0]);
      assertThat(becomes(true)).isTrue();
      int left = TILE.length - 1;
      for (Socket line : slow)
        assertThat(line.getInputStream().readNBytes(left).length).isEqualTo(left);
      assertThat(becomes(false)).isTrue();
    } finally {
      for (Socket line : slow) line.close();
    }
  }

  /** The time that a reader is given begins with its tile, not with the connection. */
  @Test
  void a_slow_reader_may_have_come_long_ago() throws Exception {
    protocol.setConnectionTimeout(1_000);
    gate =
        out -> {
          out.put((byte) 1);
          return true;
        };
    try (Socket line = ask()) {
      for (int i = 0; i < 11; i++) {
        assertThat(line.getInputStream().read()).isEqualTo(1);
        Thread.sleep(100);
        if (i == 10) gate = TileGateTest::tile;
        send(line);
      }
      for (int i = 0; i < 6; i++) {
        Thread.sleep(50);
        ask().close(); // has the server look at all that wait
      }
      assertThat(line.getInputStream().readNBytes(TILE.length).length).isEqualTo(TILE.length);
    }
  }

  private boolean becomes(boolean shut) throws Exception {
    for (int i = 0; i < 100; i++) {
      try (Socket line = ask()) {
        if (line.getInputStream().read() != TILE[0] == shut) return true;
      }
      Thread.sleep(10);
    }
    return false;
  }

  private static boolean tile(ByteBuffer out) {
    out.put(TILE);
    return true;
  }

  private Socket ask() throws IOException {
    Socket line = new Socket();
    line.setReceiveBufferSize(4_096);
    line.setSoTimeout(5_000);
    line.connect(new InetSocketAddress("127.0.0.1", tomcat.getConnector().getLocalPort()));
    send(line);
    return line;
  }

  private static void send(Socket line) throws IOException {
    line.getOutputStream()
        .write(
            "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String read(Socket line) throws IOException {
    try (InputStream in = line.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static final class Server extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getWriter().write(SERVER);
    }
  }
}
