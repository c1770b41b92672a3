package org.waymark.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import org.waymark.progress.Lifecycle;
import org.waymark.progress.Light;
import org.waymark.publication.PublicFacts.IndicatorFact;
import org.waymark.publication.PublicFacts.PercentFact;
import org.waymark.publication.PublicFacts.PhotoFact;
import org.waymark.publication.PublicFacts.ProjectFact;
import org.waymark.publication.PublicFacts.TownshipFact;
import org.waymark.publication.PublicFacts.TrackFact;

class SnapshotDifferenceTest {
  private static final PhotoFact PHOTO =
      new PhotoFact("a".repeat(64), "河边", LocalDate.of(2026, 7, 1));

  @Example
  void the_same_facts_differ_in_nothing() {
    PublicFacts facts = facts(project(1, Light.OK, "9.50", "3.2"), Light.OK);
    assertThat(SnapshotDifference.between(facts, facts)).isEmpty();
  }

  @Example
  void a_number_with_more_zeros_is_the_same_number() {
    assertThat(
            SnapshotDifference.between(
                facts(project(1, Light.OK, "9.50", "3.20"), Light.OK),
                facts(project(1, Light.OK, "9.5", "3.2"), Light.OK)))
        .isEmpty();
  }

  @Example
  void tells_light_percent_quantity_township_and_photo() {
    assertThat(
            SnapshotDifference.between(
                facts(project(1, Light.OK, "40", "3.2"), Light.OK),
                facts(project(1, Light.LAG, "41.5", "3.3", PHOTO), Light.LAG)))
        .containsExactly(
            new SnapshotChange("light", 1, null, null, "ok", "lag"),
            new SnapshotChange("percent", 1, null, null, "40", "41.5"),
            new SnapshotChange("quantity", 1, "01.1", null, "3.2", "3.3"),
            new SnapshotChange("photo", 1, null, null, null, "河边"),
            new SnapshotChange("township", null, null, "990101001", "ok", "lag"));
  }

  @Example
  void a_photo_that_is_gone_is_told_by_its_caption() {
    assertThat(
            SnapshotDifference.between(
                facts(project(1, Light.OK, "40", "3.2", PHOTO), Light.OK),
                facts(project(1, Light.OK, "40", "3.2"), Light.OK)))
        .containsExactly(new SnapshotChange("photo", 1, null, null, "河边", null));
  }

  @Example
  void two_photos_that_look_the_same_differ_in_nothing_but_another_caption_does() {
    PhotoFact renamed = new PhotoFact(PHOTO.id(), "新的河边", PHOTO.takenOn());
    PublicFacts twice = facts(project(1, Light.OK, "40", "3.2", PHOTO, PHOTO), Light.OK);
    assertThat(SnapshotDifference.between(twice, twice)).isEmpty();
    assertThat(
            SnapshotDifference.between(
                twice, facts(project(1, Light.OK, "40", "3.2", PHOTO, renamed), Light.OK)))
        .containsExactly(
            new SnapshotChange("photo", 1, null, null, null, "新的河边"),
            new SnapshotChange("photo", 1, null, null, "河边", null));
  }

  @Example
  void a_project_that_is_gone_and_one_that_is_new_are_told() {
    assertThat(
            SnapshotDifference.between(
                facts(project(1, Light.OK, "40", null), Light.OK),
                facts(project(2, Light.DONE, null, null), Light.OK)))
        .containsExactly(
            new SnapshotChange("light", 2, null, null, null, "done"),
            new SnapshotChange("light", 1, null, null, "ok", null));
  }

  @Example
  void everything_is_new_where_nothing_was_published() {
    assertThat(SnapshotDifference.between(null, facts(project(1, Light.OK, "40", "3.2"), Light.OK)))
        .extracting(SnapshotChange::from)
        .containsOnlyNulls()
        .hasSize(4);
  }

  private static PublicFacts facts(ProjectFact project, Light township) {
    return new PublicFacts(
        PublicFacts.FORMAT,
        null,
        null,
        null,
        LocalDate.of(2026, 7, 8),
        false,
        Map.of(),
        List.of(project),
        List.of(new TownshipFact("990101001", "西镇", "西", township, Map.of())),
        List.of());
  }

  private static ProjectFact project(
      int number, Light light, String percent, String verified, PhotoFact... photos) {
    IndicatorFact indicator =
        new IndicatorFact(
            "0" + number + ".1",
            "步道",
            "km",
            2,
            BigDecimal.TEN,
            null,
            verified == null ? null : new BigDecimal(verified),
            null,
            null,
            null,
            null,
            light,
            List.of());
    TrackFact track =
        new TrackFact("0" + number, "全部", "quantity", light, null, List.of(), List.of(indicator));
    return new ProjectFact(
        number,
        "步道",
        "步道",
        "trail",
        "district",
        "",
        List.of(),
        "public",
        true,
        true,
        light,
        Lifecycle.UNDER_WAY,
        false,
        null,
        track.code(),
        percent == null ? null : new PercentFact(null, null, new BigDecimal(percent), null),
        List.of(track),
        Map.of(),
        List.of(photos));
  }
}
