package org.waymark.completion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.completion.CompletionReport.Kind;
import org.waymark.completion.CompletionReport.MetreRange;

/** Photos over HTTP: resumable, known by their hash, seen with the reports that cite them. */
class PhotosIT extends CompletionCast {
  private static int number = 5000;
  private final byte[] picture = TestPictures.jpeg(++number);
  private final String sha256 = TestPictures.sha256(picture);
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void a_photo_comes_in_parts_and_goes_on_where_it_stopped() {
    assertThat(send(crew, "HEAD", "", null).statusCode()).isEqualTo(404);
    HttpResponse<byte[]> first = part(0, 300);
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(header(first, "Upload-Offset")).isEqualTo("300");
    HttpResponse<byte[]> head = send(crew, "HEAD", "", null);
    assertThat(header(head, "Upload-Offset")).isEqualTo("300");
    assertThat(header(head, "Upload-Length")).isEqualTo(String.valueOf(picture.length));
    HttpResponse<byte[]> gap = part(400, 500);
    assertThat(gap.statusCode()).isEqualTo(409);
    assertThat(header(gap, "Upload-Offset")).isEqualTo("300");
    assertThat(part(300, picture.length).statusCode()).isEqualTo(201);
    assertThat(part(0, 300).statusCode()).as("again").isEqualTo(200);
    assertThat(send(crew, "PUT", "", picture).statusCode()).isEqualTo(200);
    assertThat(header(send(crew, "HEAD", "", null), "Upload-Offset"))
        .isEqualTo(String.valueOf(picture.length));
    assertThat(send(crew, "GET", "", null).body()).isEqualTo(picture);
  }

  @Test
  void photos_begun_and_not_finished_have_a_quota_that_names_itself() {
    org.waymark.access.Caller hoarder = caller(org.waymark.access.Role.CREW, null, List.of(WEST));
    HttpResponse<byte[]> answer = null;
    for (int i = 0; i < 21; i++) {
      String hash = TestPictures.sha256(("begun" + i).getBytes());
      answer =
          request(
              hoarder,
              "PUT",
              "/api/photos/" + hash,
              new byte[10],
              "Content-Range",
              "bytes 0-9/1000");
      if (i < 20) assertThat(answer.statusCode()).isEqualTo(202);
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(new String(answer.body())).contains("upload-quota", "20");
    HttpResponse<byte[]> more =
        request(
            hoarder,
            "PUT",
            "/api/photos/" + TestPictures.sha256("begun0".getBytes()),
            new byte[10],
            "Content-Range",
            "bytes 10-19/1000");
    assertThat(more.statusCode()).as("what has begun goes on").isEqualTo(202);
    assertThat(send(hoarder, "PUT", "", picture).statusCode()).as("whole").isEqualTo(201);
  }

  @Test
  void an_upload_begun_with_a_wrong_length_begins_anew_from_its_first_byte() {
    byte[] begin = Arrays.copyOf(picture, 300);
    String wrong = "bytes 0-299/" + (picture.length + 100);
    assertThat(send(crew, "PUT", "", begin, "Content-Range", wrong).statusCode()).isEqualTo(202);
    HttpResponse<byte[]> on = part(300, picture.length);
    assertThat(on.statusCode()).isEqualTo(409);
    assertThat(header(on, "Upload-Length")).isEqualTo(String.valueOf(picture.length + 100));
    assertThat(part(0, 300).statusCode()).isEqualTo(202);
    assertThat(part(300, picture.length).statusCode()).isEqualTo(201);
  }

  @Test
  void a_photo_that_no_report_cites_is_gone_after_a_while() {
    photos.store(crew, sha256, picture);
    byte[] stray = TestPictures.jpeg(++number);
    photos.store(crew, TestPictures.sha256(stray), stray);
    submit(
        completion(
            line("18.2"),
            Kind.DONE,
            null,
            new MetreRange(0.0, 9.0),
            clock.now(),
            cite(sha256),
            null));
    photos.dropUncited(KEY.districtCode(), clock.now().minusSeconds(3600));
    assertThat(photos.listMissing(KEY.districtCode(), List.of(sha256, TestPictures.sha256(stray))))
        .isEmpty();
    assertThat(photos.dropUncited(KEY.districtCode(), clock.now().plusSeconds(1))).isPositive();
    assertThat(photos.listMissing(KEY.districtCode(), List.of(sha256, TestPictures.sha256(stray))))
        .containsExactly(TestPictures.sha256(stray));
  }

  @Test
  void bytes_that_do_not_match_the_hash_leave_nothing_behind() {
    part(0, 300);
    byte[] other = TestPictures.jpeg(++number);
    byte[] tail = Arrays.copyOf(other, picture.length - 300);
    HttpResponse<byte[]> answer =
        send(crew, "PUT", "", tail, "Content-Range", range(300, picture.length));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(send(crew, "HEAD", "", null).statusCode()).isEqualTo(404);
    assertThat(photos.listMissing(KEY.districtCode(), List.of(sha256))).containsExactly(sha256);
  }

  @Test
  void what_is_no_picture_is_refused_whatever_it_is_called() {
    byte[] page = "<html><script>alert(1)</script>".getBytes();
    String hash = TestPictures.sha256(page);
    HttpResponse<byte[]> answer =
        request(crew, "PUT", "/api/photos/" + hash, page, "Content-Type", "image/jpeg");
    assertThat(answer.statusCode()).isEqualTo(415);
  }

  @Test
  void too_many_bytes_or_pixels_are_refused_before_they_are_read() {
    HttpResponse<byte[]> bytes =
        send(crew, "PUT", "", picture, "Content-Range", "bytes 0-0/99999999");
    assertThat(bytes.statusCode()).isEqualTo(400);
    HttpResponse<byte[]> total =
        send(crew, "PUT", "", new byte[] {1}, "Content-Range", "bytes 0-0/99999999");
    assertThat(total.statusCode()).isEqualTo(413);
    byte[] bomb = TestPictures.hugePng();
    String hash = TestPictures.sha256(bomb);
    assertThat(request(crew, "PUT", "/api/photos/" + hash, bomb).statusCode()).isEqualTo(413);
  }

  @Test
  void a_photo_is_seen_by_its_sender_and_by_those_who_see_a_report_that_cites_it() {
    photos.store(crew, sha256, picture);
    assertThat(send(crew, "GET", "", null).statusCode()).isEqualTo(200);
    assertThat(send(reviewer, "GET", "", null).statusCode()).isEqualTo(404);
    submit(
        completion(
            line("18.2"),
            Kind.DONE,
            null,
            new MetreRange(0.0, 9.0),
            clock.now(),
            cite(sha256),
            null));
    assertThat(send(reviewer, "GET", "", null).statusCode()).isEqualTo(200);
    Caller east = caller(Role.REVIEWER, null, List.of(EAST));
    Caller roads = caller(Role.UNIT, List.of(9), null);
    for (Caller other : List.of(east, roads)) {
      assertThat(send(other, "GET", "", null).statusCode()).isEqualTo(404);
      assertThat(send(other, "HEAD", "", null).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void to_name_the_photo_of_another_in_a_report_shows_nothing() {
    photos.store(reviewer, sha256, picture);
    submit(
        completion(
            line("18.2"),
            Kind.DONE,
            null,
            new MetreRange(0.0, 9.0),
            clock.now(),
            cite(sha256),
            null));
    assertThat(send(crew, "GET", "", null).statusCode()).isEqualTo(404);
    photos.store(crew, sha256, picture);
    assertThat(send(crew, "GET", "", null).statusCode()).isEqualTo(200);
  }

  @Test
  void a_photo_is_private_never_sniffed_and_known_again_by_its_etag() throws IOException {
    photos.store(crew, sha256, picture);
    HttpResponse<byte[]> whole = send(crew, "GET", "", null);
    assertThat(header(whole, "Content-Type")).isEqualTo("image/jpeg");
    assertThat(header(whole, "ETag")).isEqualTo("\"" + sha256 + "\"");
    assertThat(header(whole, "Cache-Control")).contains("private");
    assertThat(header(whole, "X-Content-Type-Options")).isEqualTo("nosniff");
    HttpResponse<byte[]> again =
        send(crew, "GET", "", null, "If-None-Match", header(whole, "ETag"));
    assertThat(again.statusCode()).isEqualTo(304);
    HttpResponse<byte[]> thumb = send(crew, "GET", "?size=thumb", null);
    assertThat(header(thumb, "ETag")).isNotEqualTo(header(whole, "ETag"));
    assertThat(ImageIO.read(new ByteArrayInputStream(thumb.body())).getWidth()).isEqualTo(32);
  }

  @Test
  void who_only_reads_sends_no_photos() {
    Caller inspector = caller(Role.INSPECTOR, null, null);
    assertThat(send(inspector, "PUT", "", picture).statusCode()).isEqualTo(403);
  }

  private HttpResponse<byte[]> part(int from, int to) {
    byte[] bytes = Arrays.copyOfRange(picture, from, to);
    return send(crew, "PUT", "", bytes, "Content-Range", range(from, to));
  }

  private String range(int from, int to) {
    return "bytes %d-%d/%d".formatted(from, to - 1, picture.length);
  }

  private HttpResponse<byte[]> send(
      Caller caller, String method, String query, byte[] body, String... headers) {
    return request(caller, method, "/api/photos/" + sha256 + query, body, headers);
  }

  private HttpResponse<byte[]> request(
      Caller caller, String method, String path, byte[] body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    String login = caller.userName() + ":" + PASSWORD;
    all.addAll(
        List.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes())));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(
                method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
            .headers(all.toArray(String[]::new))
            .build();
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse(null);
  }
}
