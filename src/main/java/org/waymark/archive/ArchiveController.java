package org.waymark.archive;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.waymark.access.Callers;
import org.waymark.problem.BrokenOff;

/** The whole district as a file, for administrators. */
@RestController
class ArchiveController {
  private final Archives archives;
  private final Callers callers;

  ArchiveController(Archives archives, Callers callers) {
    this.archives = archives;
    this.callers = callers;
  }

  @Operation(
      summary = "The whole district as one file (zip)",
      description =
          "Written as it is sent, by one at a time. Only a whole one, with its manifest at the end,"
              + " is restored by ./run import.")
  @PostMapping("/api/archives")
  void write(HttpServletResponse response) {
    try {
      archives.write(callers.get(), new LateAnswer(response, archives.fileName()));
    } catch (UncheckedIOException readerLeft) {
      // nobody is there to be told
    } catch (RuntimeException e) {
      throw response.isCommitted() ? new BrokenOff(e) : e;
    }
  }

  /** Says that a file comes with the first byte of it: a refusal before can still be told. */
  private static final class LateAnswer extends OutputStream {
    private final HttpServletResponse response;
    private final String name;
    private OutputStream out;

    LateAnswer(HttpServletResponse response, String name) {
      this.response = response;
      this.name = name;
    }

    private OutputStream out() throws IOException {
      if (out == null) {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, private");
        response.setHeader(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString());
        out = response.getOutputStream();
      }
      return out;
    }

    @Override
    public void write(int one) throws IOException {
      out().write(one);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
      out().write(some, from, length);
    }
  }
}
