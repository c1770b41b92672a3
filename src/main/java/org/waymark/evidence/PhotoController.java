package org.waymark.evidence;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.waymark.access.Callers;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

@RestController
@RequestMapping("/api/photos/{sha256:[0-9a-f]{64}}")
class PhotoController {
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,9})-(\\d{1,9})/(\\d{1,9})");
  private final Photos photos;
  private final Callers callers;

  PhotoController(Photos photos, Callers callers) {
    this.photos = photos;
    this.callers = callers;
  }

  record Progress(String sha256, int offset, int length, boolean complete) {}

  @Operation(
      summary = "Sends a photo, whole or in parts with Content-Range",
      description =
          "201 when complete and new, 200 when it was there, 202 while bytes are missing, 409 with"
              + " Upload-Offset where the part does not start at the end of what came so far.")
  @PutMapping
  ResponseEntity<Progress> put(
      @PathVariable String sha256, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = read(request);
    int from = 0;
    int total = body.length;
    String header = request.getHeader("Content-Range");
    if (header != null) {
      Matcher range = RANGE.matcher(header);
      if (!range.matches()) throw badRange(header);
      from = Integer.parseInt(range.group(1));
      total = Integer.parseInt(range.group(3));
      int to = Integer.parseInt(range.group(2));
      if (to >= total || to - from + 1 != body.length) throw badRange(header);
    }
    if (body.length == 0) throw badRange("0 B");
    try {
      return answer(sha256, photos.append(callers.get(), sha256, from, total, body));
    } catch (PhotoUploads.WrongOffset e) {
      response.setHeader("Upload-Offset", String.valueOf(e.offset()));
      response.setHeader("Upload-Length", String.valueOf(e.total()));
      throw e;
    }
  }

  private byte[] read(HttpServletRequest request) throws IOException {
    photos.requireSize(request.getContentLengthLong());
    byte[] body = request.getInputStream().readNBytes(photos.maxBytes() + 1);
    photos.requireSize(body.length);
    return body;
  }

  private static Problem badRange(String value) {
    return new Problem(ProblemType.BAD_REQUEST, Map.of("detail", "Content-Range: " + value));
  }

  private static ResponseEntity<Progress> answer(String sha256, Upload upload) {
    HttpStatus status =
        upload.created()
            ? HttpStatus.CREATED
            : upload.complete() ? HttpStatus.OK : HttpStatus.ACCEPTED;
    var answer =
        ResponseEntity.status(status)
            .header("Upload-Offset", String.valueOf(upload.offset()))
            .header("Upload-Length", String.valueOf(upload.total()))
            .cacheControl(CacheControl.noStore().cachePrivate());
    if (upload.created()) answer.location(URI.create("/api/photos/" + sha256));
    return answer.body(new Progress(sha256, upload.offset(), upload.total(), upload.complete()));
  }

  @Operation(summary = "How many bytes of this caller's upload have come")
  @RequestMapping(method = RequestMethod.HEAD)
  ResponseEntity<Void> head(@PathVariable String sha256) {
    return photos
        .findUpload(callers.get(), sha256)
        .map(
            u ->
                ResponseEntity.ok()
                    .header("Upload-Offset", String.valueOf(u.offset()))
                    .header("Upload-Length", String.valueOf(u.total()))
                    .cacheControl(CacheControl.noStore().cachePrivate())
                    .<Void>build())
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @Operation(summary = "A photo, or its thumbnail with size=thumb (JPEG, at most 320 px)")
  @GetMapping
  ResponseEntity<byte[]> get(
      @PathVariable String sha256,
      @RequestParam(required = false) String size,
      WebRequest request) {
    boolean thumbnail = "thumb".equals(size);
    var stored =
        photos
            .find(callers.get(), sha256, thumbnail)
            .orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "photos/" + sha256)));
    String etag = "\"" + sha256 + (thumbnail ? "-thumb\"" : "\"");
    boolean same = request.checkNotModified(etag);
    var answer =
        same
            ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
            : ResponseEntity.ok().contentType(MediaType.parseMediaType(stored.mediaType()));
    answer
        .eTag(etag)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("Content-Disposition", "inline");
    return same ? answer.build() : answer.body(stored.content());
  }
}
