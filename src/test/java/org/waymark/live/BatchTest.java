package org.waymark.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.waymark.footprint.MapBox;

class BatchTest {
  private static final Audience ALL = new Audience(true, Optional.empty(), true);
  private static final Audience EIGHT = new Audience(true, Optional.of(Set.of(8)), true);
  private static final LiveState BEFORE = new LiveState(4, 2);

  @Test
  void an_event_is_the_state_and_the_projects_in_scope() {
    Batch batch = Batch.of(BEFORE, List.of(progress(5, Set.of(8)), progress(6, Set.of(18))));
    assertThat(news(batch, ALL))
        .isEqualTo(
            "event: state\nid: 6-2\ndata: {\"progress\":6,\"published\":2,\"projects\":[8,18],\"boxes\":[]}\n\n");
    assertThat(news(batch, EIGHT)).contains("\"projects\":[8]");
    assertThat(batch.news(Audience.PUBLIC)).isEmpty();
  }

  @Test
  void what_is_published_concerns_everybody_and_no_project() {
    Batch batch =
        Batch.of(BEFORE, List.of(new Notice("1", LiveTopic.PUBLISHED, 3, null, Places.NONE)));
    assertThat(news(batch, Audience.PUBLIC))
        .isEqualTo("event: state\nid: 3\ndata: {\"published\":3}\n\n");
    assertThat(news(batch, ALL)).contains("\"projects\":[]");
  }

  @Test
  void a_notice_that_is_known_already_says_nothing() {
    assertThat(Batch.of(BEFORE, List.of(progress(4, Set.of(8)))).isEmpty()).isTrue();
  }

  @Test
  void where_a_notice_is_missing_it_may_be_any_project() {
    Batch batch = Batch.of(BEFORE, List.of(progress(5, Set.of(8)), progress(7, Set.of(8))));
    assertThat(news(batch, EIGHT)).contains("\"progress\":7", "\"projects\":null");
  }

  @Test
  void one_change_of_anything_makes_it_any() {
    Batch batch = Batch.of(BEFORE, List.of(progress(5, null), progress(6, Set.of(8))));
    assertThat(news(batch, ALL)).contains("\"projects\":null");
  }

  @Test
  void equal_audiences_get_the_same_bytes() {
    Batch batch = Batch.of(BEFORE, List.of(progress(5, Set.of(8))));
    Audience other = new Audience(true, Optional.of(new TreeSet<>(Set.of(8))), true);
    assertThat(batch.news(other).orElseThrow()).isSameAs(batch.news(EIGHT).orElseThrow());
  }

  @Test
  void a_notice_is_read_as_it_was_written() {
    for (Set<Integer> projects : List.of(Set.<Integer>of(), Set.of(8), Set.of(8, 18))) {
      Notice notice = progress(12, projects);
      assertThat(Notice.find(notice.text())).contains(notice);
    }
    assertThat(Notice.find(progress(12, null).text())).contains(progress(12, null));
    assertThat(Notice.find("500114 weather 1 * -")).isEmpty();
    Set<Integer> many = IntStream.range(1, 3000).boxed().collect(Collectors.toSet());
    assertThat(progress(12, many).text()).isEqualTo("500114 progress 12 * -");
  }

  @Test
  void places_are_told_to_those_whose_projects_moved_there() {
    MapBox here = new MapBox(1, 2, 3, 4);
    MapBox there = new MapBox(5, -6, 7, 8);
    Batch batch =
        Batch.of(
            BEFORE, List.of(at(5, 8, Places.of(here, false)), at(6, 18, Places.of(there, false))));
    assertThat(news(batch, ALL)).contains("\"boxes\":[[1,2,3,4],[5,-6,7,8]]");
    assertThat(news(batch, EIGHT)).contains("\"boxes\":[[1,2,3,4]]");
    Audience crew = new Audience(true, Optional.empty(), false);
    assertThat(news(batch, crew)).contains("\"boxes\":null");
    assertThat(new String(batch.whole(ALL), StandardCharsets.US_ASCII)).contains("\"boxes\":null");
  }

  @Test
  void new_ground_may_be_anywhere_on_the_page() {
    Batch batch = Batch.of(BEFORE, List.of(at(5, 8, Places.of(new MapBox(1, 2, 3, 4), true))));
    assertThat(news(batch, ALL)).contains("\"boxes\":null");
  }

  @Test
  void places_are_read_as_they_were_written_and_many_become_one() {
    Places some =
        Places.of(new MapBox(-1, 2, 3, 4), true).plus(Places.of(new MapBox(5, 6, 7, 8), false));
    assertThat(some.text()).isEqualTo("!-1,2,3,4;5,6,7,8");
    for (Places places : List.of(some, Places.NONE, Places.ANY, Places.of(null, false)))
      assertThat(Places.parse(places.text())).isEqualTo(places);
    Places many = Places.NONE;
    for (int i = 0; i < 100; i++)
      many = many.plus(Places.of(new MapBox(i, i, i + 1, i + 1), false));
    assertThat(many.boxes().size()).isLessThanOrEqualTo(41);
    assertThat(MapBox.around(many.boxes())).isEqualTo(new MapBox(0, 0, 100, 100));
  }

  private static Notice at(long revision, int project, Places places) {
    return new Notice("500114", LiveTopic.PROGRESS, revision, Set.of(project), places);
  }

  private static Notice progress(long revision, Set<Integer> projects) {
    return new Notice("500114", LiveTopic.PROGRESS, revision, projects, Places.NONE);
  }

  private static String news(Batch batch, Audience audience) {
    return new String(batch.news(audience).orElseThrow(), StandardCharsets.US_ASCII);
  }
}
