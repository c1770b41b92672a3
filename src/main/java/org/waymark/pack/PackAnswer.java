package org.waymark.pack;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A pack to a request with conditions. A range is always one of the unpacked content: a browser
 * that goes on after a cut counted unpacked bytes, whatever travelled.
 */
final class PackAnswer {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,9})-(\\d{0,9})");

  private PackAnswer() {}

  static ResponseEntity<byte[]> of(Pack pack, HttpHeaders request) {
    if (matches(request.get(HttpHeaders.IF_NONE_MATCH), pack))
      return answer(HttpStatus.NOT_MODIFIED, pack, takesGzip(request)).build();
    Matcher range = RANGE.matcher(String.valueOf(request.getFirst(HttpHeaders.RANGE)));
    List<String> ifRange = request.get(HttpHeaders.IF_RANGE);
    if (range.matches() && (ifRange == null || matches(ifRange, pack))) return part(pack, range);
    boolean packed = takesGzip(request);
    var answer = answer(HttpStatus.OK, pack, packed).contentType(MediaType.APPLICATION_JSON);
    if (packed) answer.header(HttpHeaders.CONTENT_ENCODING, "gzip");
    return answer
        .header("Unpacked-Length", String.valueOf(pack.plain().length))
        .body(packed ? pack.gzip() : pack.plain());
  }

  private static ResponseEntity<byte[]> part(Pack pack, Matcher range) {
    int length = pack.plain().length;
    int from = Integer.parseInt(range.group(1));
    int to = range.group(2).isEmpty() ? length - 1 : Integer.parseInt(range.group(2));
    if (from >= length || to < from)
      return answer(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, pack, false)
          .header(HttpHeaders.CONTENT_RANGE, "bytes */" + length)
          .build();
    int last = Math.min(to, length - 1);
    return answer(HttpStatus.PARTIAL_CONTENT, pack, false)
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + last + "/" + length)
        .body(Arrays.copyOfRange(pack.plain(), from, last + 1));
  }

  private static ResponseEntity.BodyBuilder answer(HttpStatus status, Pack pack, boolean packed) {
    return ResponseEntity.status(status)
        .eTag(pack.etag(packed))
        .header(HttpHeaders.ACCEPT_RANGES, "bytes")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
        .cacheControl(CacheControl.noCache().cachePrivate());
  }

  private static boolean matches(List<String> tags, Pack pack) {
    return tags != null
        && tags.stream()
            .flatMap(line -> Arrays.stream(line.split(",")))
            .map(tag -> tag.strip().replaceFirst("^W/", ""))
            .anyMatch(
                tag ->
                    tag.equals("*") || tag.equals(pack.etag(false)) || tag.equals(pack.etag(true)));
  }

  private static boolean takesGzip(HttpHeaders request) {
    return request.getOrEmpty(HttpHeaders.ACCEPT_ENCODING).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .anyMatch(coding -> coding.matches("(?i)gzip(;\\s*q=(1(\\.0*)?|0\\.\\d*[1-9]\\d*))?"));
  }
}
