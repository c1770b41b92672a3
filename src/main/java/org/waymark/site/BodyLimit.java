package org.waymark.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/**
 * Nothing that anybody sends us is long but a photo, which has a limit of its own, a rescue file
 * and a file of ground data; whatever is longer is refused before it is read, whatever it calls
 * itself. Forms, which the server reads by itself, have theirs in the configuration.
 */
@Component
@Order(0)
class BodyLimit extends OncePerRequestFilter {
  static final int LARGEST_BYTES = 1_000_000;

  /** A notice in Word may hold scanned pages. */
  private static final int NOTICE_BYTES = 8_000_000;

  private static final Pattern PHOTO = Pattern.compile("/api/photos/[^/;]+");
  private final DataSize rescue;
  private final DataSize ground;

  BodyLimit(
      @Value("${waymark.field.rescue-file}") DataSize rescue,
      @Value("${waymark.intake.file}") DataSize ground) {
    this.rescue = rescue;
    this.ground = ground;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return PHOTO.matcher(request.getRequestURI()).matches();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long largest =
        switch (request.getRequestURI()) {
          case "/api/rescues" -> rescue.toBytes();
          case "/api/intake/imports" -> ground.toBytes();
          case "/api/plan-drafts" -> NOTICE_BYTES;
          default -> LARGEST_BYTES;
        };
    chain.doFilter(new Limited(request, largest), response);
  }

  private static final class Limited extends HttpServletRequestWrapper {
    private final long largest;

    Limited(HttpServletRequest request, long largest) {
      super(request);
      this.largest = largest;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (getContentLengthLong() > largest) throw tooLarge();
      return new Counted(super.getInputStream(), largest);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      String charset = getCharacterEncoding();
      return new BufferedReader(
          new InputStreamReader(getInputStream(), charset == null ? "UTF-8" : charset));
    }
  }

  /** A body of unknown length is counted while it is read. */
  private static final class Counted extends ServletInputStream {
    private final ServletInputStream in;
    private final long largest;
    private long read;

    Counted(ServletInputStream in, long largest) {
      this.in = in;
      this.largest = largest;
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
      if (read > largest) throw tooLarge();
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
