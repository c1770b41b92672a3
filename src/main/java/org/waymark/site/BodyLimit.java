package org.waymark.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** No JSON that anybody sends us is long; whatever is longer is refused before it is read. */
@Component
@Order(0)
class BodyLimit extends OncePerRequestFilter {
  static final int LARGEST_BYTES = 1_000_000;

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type == null || !type.contains("json");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new Limited(request), response);
  }

  private static final class Limited extends HttpServletRequestWrapper {
    Limited(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (getContentLengthLong() > LARGEST_BYTES) throw tooLarge();
      return new Counted(super.getInputStream());
    }
  }

  /** A body of unknown length is counted while it is read. */
  private static final class Counted extends ServletInputStream {
    private final ServletInputStream in;
    private long read;

    Counted(ServletInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      int next = in.read();
      if (next >= 0) count(1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int got = in.read(buffer, from, length);
      if (got > 0) count(got);
      return got;
    }

    private void count(int bytes) {
      read += bytes;
      if (read > LARGEST_BYTES) throw tooLarge();
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }

  private static Problem tooLarge() {
    return new Problem(ProblemType.TOO_LARGE, Map.of());
  }
}
