package org.waymark.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.waymark.Visitor;
import org.waymark.completion.NewReview;
import tools.jackson.databind.JsonNode;

@TestPropertySource(
    properties = {
      "waymark.publication.map-approval=试S（2026）1号",
      "waymark.publication.map-source=made up \"for\" the tests",
      "waymark.publication.hotline=12345"
    })
class PublicPhotosIT extends PublicationCast {
  @Autowired Published published;

  @Test
  void a_released_photo_is_shown_with_its_caption_from_the_next_snapshot_on() {
    byte[] picture = picture();
    UUID report = done(TRAIL, picture);
    accept(report);
    publish();
    assertThat(release(picture, report, " 河边 ").statusCode()).isEqualTo(204);
    assertThat(photos(1).toString()).doesNotContain("河边");
    publish();
    assertThat(photos(1).toString()).contains("河边").doesNotContain(sha256(picture));
    assertThat(release(picture, report, "新的河边").statusCode()).isEqualTo(204);
    publish();
    assertThat(photos(1).toString()).contains("新的河边");
  }

  @Test
  void the_copy_keeps_nothing_of_the_phone_or_the_place() throws Exception {
    byte[] picture = picture();
    Metadata sent = read(picture);
    assertThat(sent.getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation().getLatitude())
        .isEqualTo(29.5);
    UUID report = done(TRAIL, picture);
    accept(report);
    release(picture, report, "看元数据");
    byte[] copy = copy(picture);
    Metadata told = read(copy);
    assertThat(told.getFirstDirectoryOfType(GpsDirectory.class)).isNull();
    assertThat(told.getFirstDirectoryOfType(ExifIFD0Directory.class)).isNull();
    assertThat(new String(copy, StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif")
        .doesNotContain(GpsPicture.MAKE);
  }

  @Test
  void taken_back_it_is_gone_at_once() {
    byte[] picture = picture();
    UUID report = done(TRAIL, picture);
    accept(report);
    release(picture, report, "待收回");
    publish();
    String id = id(picture);
    assertThat(anybody.get("/api/published/photos/" + id).statusCode()).isEqualTo(200);
    for (int i = 0; i < 2; i++)
      assertThat(planner.send("DELETE", "/api/public-photos/" + sha256(picture), null).statusCode())
          .isEqualTo(204);
    assertThat(anybody.get("/api/published/photos/" + id).statusCode()).isEqualTo(404);
    assertThat(photos(1).toString()).doesNotContain(id).doesNotContain("待收回");
  }

  @Test
  void a_photo_whose_report_is_no_longer_accepted_leaves_with_it() {
    byte[] picture = picture();
    UUID report = done(TRAIL, picture);
    accept(report);
    release(picture, report, "后被撤销");
    publish();
    String id = id(picture);
    review(report, NewReview.Verdict.REVOKE, "看错了");
    assertThat(anybody.get("/api/published/photos/" + id).statusCode()).isEqualTo(404);
    assertThat(photos(1).toString()).doesNotContain("后被撤销");
  }

  @Test
  void only_accepted_evidence_of_public_ground_may_be_released() {
    byte[] unseen = picture();
    UUID received = done(TRAIL, unseen);
    assertThat(release(unseen, received, "未审").statusCode()).isEqualTo(404);
    for (String footprint : new String[] {PIPE, SEWER}) {
      byte[] picture = picture();
      UUID report = done(footprint, picture);
      accept(report);
      assertThat(release(picture, report, "不公开").statusCode()).as(footprint).isEqualTo(404);
    }
    byte[] picture = picture();
    UUID report = done(TRAIL, picture);
    accept(report);
    assertThat(release(picture(), report, "别的照片").statusCode()).isEqualTo(404);
    assertThat(release(picture, UUID.randomUUID(), "没有此报").statusCode()).isEqualTo(404);
    assertThat(release(picture, report, "").statusCode()).isEqualTo(422);
    assertThat(release(picture, report, "长".repeat(61)).statusCode()).isEqualTo(422);
  }

  @Test
  void candidates_are_offered_where_places_are_public_only() {
    byte[] picture = picture();
    UUID report = done(TRAIL, picture);
    accept(report);
    release(picture, report, "已公开");
    JsonNode offered = Visitor.json(planner.get("/api/public-photos?project=1")).get("photos");
    assertThat(offered.toString()).contains(sha256(picture)).contains("已公开");
    UUID pipe = done(PIPE, picture());
    accept(pipe);
    assertThat(Visitor.json(planner.get("/api/public-photos?project=18")).get("photos")).isEmpty();
  }

  private JsonNode photos(int project) {
    return Visitor.json(anybody.get("/api/published/2026"))
        .at("/projects/" + (project - 1) + "/photos");
  }

  private String id(byte[] picture) {
    return jdbc.sql("select photo_id from core.public_photo where sha256 = ?")
        .param(sha256(picture))
        .query(String.class)
        .single();
  }

  private byte[] copy(byte[] picture) {
    return published.findPhoto(KEY.districtCode(), id(picture)).orElseThrow();
  }

  private static Metadata read(byte[] picture) throws ImageProcessingException, IOException {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
  }
}
