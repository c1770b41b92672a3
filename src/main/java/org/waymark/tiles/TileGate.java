package org.waymark.tiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

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

  void open(GateAnswers answers) {
    endpoint.answers = answers;
  }

  private static final class Endpoint extends NioEndpoint {
    private static final int LONGEST_HEAD = 8_192;
    private static final int LONGEST_ANSWER = 262_144;
    private final ReentrantLock buffers = new ReentrantLock();
    private final ByteBuffer in = ByteBuffer.allocateDirect(LONGEST_HEAD);
    private final byte[] head = new byte[LONGEST_HEAD];
    private final ByteBuffer out = ByteBuffer.allocateDirect(LONGEST_ANSWER);
    private volatile GateAnswers answers;

    @Override
    public boolean processSocket(
        SocketWrapperBase<NioChannel> socket, SocketEvent event, boolean dispatch) {
      return dispatch && event == SocketEvent.OPEN_READ && passes(socket)
          || super.processSocket(socket, event, dispatch);
    }

    private boolean passes(SocketWrapperBase<NioChannel> socket) {
      if (answers == null || isSSLEnabled() || isPaused() || !buffers.tryLock()) return false;
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
    private static boolean isFresh(SocketWrapperBase<NioChannel> socket) {
      return !socket.isClosed() && socket.getCurrentProcessor() == null;
    }

    /** Whether there is an answer to what came; if not, it is given back. */
    private boolean asked(SocketWrapperBase<NioChannel> socket) {
      in.clear();
      try {
        if (socket.read(false, in) <= 0) return false;
      } catch (IOException e) {
        return false; // the server will meet it again
      }
      in.flip();
      in.get(0, head, 0, in.limit());
      out.clear();
      if (answers.write(head, in.limit(), out)) return true;
      socket.unRead(in);
      return false;
    }

    private boolean answer(SocketWrapperBase<NioChannel> socket) {
      out.flip();
      try {
        socket.getSocket().write(out);
        if (out.hasRemaining()) rest(socket);
        else socket.registerReadInterest();
      } catch (IOException e) {
        socket.close();
      }
      return true;
    }

    /** What a slow reader does not take at once is written by a thread that may wait. */
    private void rest(SocketWrapperBase<NioChannel> socket) {
      byte[] left = new byte[out.remaining()];
      out.get(left);
      getExecutor()
          .execute(
              () -> {
                socket.getLock().lock();
                try {
                  socket.write(true, left, 0, left.length);
                  socket.flush(true);
                  socket.registerReadInterest();
                } catch (IOException e) {
                  socket.close();
                } finally {
                  socket.getLock().unlock();
                }
              });
    }
  }
}
