package org.waymark.tiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's protocol with a gate in front: a kept tile is answered on the thread that waits for
 * requests. To hand each to a thread of its own, and through all filters, costs several times what
 * the answer does. Whatever the gate does not answer, the server finds as it came.
 */
public final class TileGate extends Http11NioProtocol {
  /** Made by the server, by name. */
  public TileGate() {
    this(new Endpoint());
  }

  private final Endpoint endpoint;

  private TileGate(Endpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  /** More slow readers than these, each with the rest of its tile, are the server's. */
  static final int MOST_SLOW = 64;

  void open(GateAnswers answers) {
    endpoint.answers = answers;
  }

  private static final class Endpoint extends NioEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(TileGate.class);
    private static final int LONGEST_HEAD = 8_192;
    private static final int LONGEST_ANSWER = 262_144;
    private final ReentrantLock buffers = new ReentrantLock();
    private final ByteBuffer in = ByteBuffer.allocateDirect(LONGEST_HEAD);
    private final byte[] head = new byte[LONGEST_HEAD];
    private final ByteBuffer out = ByteBuffer.allocateDirect(LONGEST_ANSWER);
    private final AtomicInteger slow = new AtomicInteger();
    private volatile GateAnswers answers;

    @Override
    public boolean processSocket(
        SocketWrapperBase<NioChannel> socket, SocketEvent event, boolean dispatch) {
      return dispatch
              && event == SocketEvent.OPEN_READ
              && socket instanceof NioSocketWrapper known
              && passes(known)
          || super.processSocket(socket, event, dispatch);
    }

    private boolean passes(NioSocketWrapper socket) {
      if (answers == null || isSSLEnabled() || isPaused() || slow.get() >= MOST_SLOW) return false;
      if (!buffers.tryLock()) return false;
      try {
        if (!socket.getLock().tryLock()) return false;
        try {
          return isFresh(socket) && asked(socket) && answer(socket);
        } finally {
          socket.getLock().unlock();
        }
      } finally {
        buffers.unlock();
      }
    }

    /** No request has begun on it that somebody else reads. */
    private static boolean isFresh(NioSocketWrapper socket) {
      return !socket.isClosed() && socket.getCurrentProcessor() == null;
    }

    /** Whether there is an answer to what came; if not, it is given back. */
    private boolean asked(NioSocketWrapper socket) {
      in.clear();
      try {
        if (socket.read(false, in) <= 0) return false;
      } catch (IOException e) {
        return false; // the server will meet it again
      }
      in.flip();
      in.get(0, head, 0, in.limit());
      out.clear();
      try {
        if (answers.write(head, in.limit(), out)) return true;
      } catch (RuntimeException | Error fault) { // none may reach the thread that waits
        LOG.warn("a tile is left to the server", fault);
      }
      socket.unRead(in);
      return false;
    }

    private boolean answer(NioSocketWrapper socket) {
      out.flip();
      try {
        socket.getSocket().write(out);
        if (out.hasRemaining()) rest(socket);
        else socket.registerReadInterest();
      } catch (IOException | RuntimeException | Error e) {
        socket.close();
      }
      return true;
    }

    /** What a slow reader does not take at once is written by a thread that may wait. */
    private void rest(NioSocketWrapper socket) {
      byte[] left = new byte[out.remaining()];
      out.get(left);
      socket.updateLastWrite(); // its time begins now
      getExecutor().execute(() -> finish(socket, left));
      slow.incrementAndGet();
    }

    private void finish(NioSocketWrapper socket, byte[] left) {
      socket.getLock().lock();
      try {
        socket.write(true, left, 0, left.length);
        socket.flush(true);
        socket.updateLastRead(); // idle from now on
        socket.registerReadInterest();
      } catch (IOException | RuntimeException e) {
        socket.close();
      } finally {
        socket.getLock().unlock();
        slow.decrementAndGet();
      }
    }
  }
}
