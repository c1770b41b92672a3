package org.waymark.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.waymark.plan.PlanDifference.Change;

class PlanDifferenceTest {
  private static final String SMALL = small();

  @Test
  void the_paper_that_carries_the_plan_is_no_part_of_what_it_says() {
    assertThat(changes("document: 示例〔2031〕1号", "document: 示例〔2031〕7号")).isEmpty();
    assertThat(changes("issued: 2031-03-01", "issued: 2031-08-01")).isEmpty();
  }

  @Test
  void the_same_number_written_otherwise_is_no_change() {
    assertThat(changes("target: 12.5", "target: 12.500"))
        .extracting(Change::path)
        .containsExactly("03.1.decimals");
    assertThat(changes("target: 40", "target: 40.0"))
        .extracting(Change::path)
        .containsExactly("03.2.decimals");
  }

  @Test
  void a_gate_that_asks_more_is_named_by_track_day_and_indicator() {
    assertThat(changes("{quantity: 5,", "{quantity: 6,"))
        .containsExactly(new Change("03a@2031-06-30.quantity[03.1]", "5", "6"));
    assertThat(changes("{percent: 50, indicators", "{percent: 55, indicators"))
        .containsExactly(new Change("03a@2031-06-30.percent[03.2]", "50", "55"));
  }

  @Test
  void a_quota_given_later_is_a_change_from_nothing() {
    assertThat(changes("{\"990100001\": 5}", "{\"990100001\": 5, \"990100002\": 3}"))
        .containsExactly(new Change("03.1.quota.990100002", null, "3"));
  }

  @Test
  void a_track_that_goes_is_said_once_with_what_stood_in_it() {
    int from = SMALL.indexOf("      - code: 03b");
    String without =
        SMALL.substring(0, from).replace("code: 03a", "code: \"03\"").replace("03a@", "03@");
    assertThat(PlanDifference.between(plan(SMALL), plan(without)))
        .filteredOn(change -> change.newValue() == null)
        .extracting(Change::path)
        .contains("03a", "03b")
        .noneMatch(path -> path.startsWith("03b."));
  }

  @Property(tries = 60)
  void a_change_and_the_change_back_mirror_each_other(
      @ForAll @IntRange(min = 41, max = 9_999) int target,
      @ForAll @IntRange(min = 51, max = 99) int p) {
    Plan before = plan(SMALL);
    Plan after =
        plan(
            SMALL
                .replace("target: 40", "target: " + target)
                .replace("{percent: 50, indicators", "{percent: " + p + ", indicators"));
    List<Change> there = PlanDifference.between(before, after);
    assertThat(there).hasSize(2);
    assertThat(PlanDifference.between(after, before))
        .containsExactlyElementsOf(
            there.stream().map(c -> new Change(c.path(), c.newValue(), c.oldValue())).toList());
    assertThat(PlanDifference.between(after, after)).isEmpty();
  }

  private static List<Change> changes(String from, String to) {
    assertThat(SMALL).contains(from);
    return PlanDifference.between(plan(SMALL), plan(SMALL.replace(from, to)));
  }

  private static Plan plan(String yaml) {
    return PlanFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))).plan();
  }

  private static String small() {
    try (InputStream in = PlanDifferenceTest.class.getResourceAsStream("/plan/small.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
