package org.waymark.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Project;
import org.waymark.plan.Sensitivity;
import org.waymark.plan.Track;

class SuppressionTest {
  private static final List<String> TOWNSHIPS =
      IntStream.rangeClosed(1, 8).mapToObj(i -> "99010100" + i).toList();

  @Example
  void withholds_the_small_and_the_next_larger_so_that_none_stands_alone() {
    Map<String, Integer> counts = counts(3, 9, 7, 20, 0, 8, 30, 40);
    assertThat(withheld(counts, Sensitivity.RESTRICTED, false))
        .containsExactly(TOWNSHIPS.get(0), TOWNSHIPS.get(2), TOWNSHIPS.get(4));
  }

  @Example
  void withholds_nothing_of_what_is_public_or_internal() {
    Map<String, Integer> counts = counts(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(withheld(counts, Sensitivity.PUBLIC, false)).isEmpty();
    assertThat(withheld(counts, Sensitivity.INTERNAL, false)).isEmpty();
    assertThat(withheld(counts, Sensitivity.PUBLIC, true)).isNotEmpty();
  }

  @Example
  void a_percent_of_a_track_is_as_small_as_its_smallest_part() {
    Indicator houses = indicator("04.1", Sensitivity.RESTRICTED, false, Map.of());
    Indicator ponds = indicator("04.2", Sensitivity.RESTRICTED, false, Map.of());
    Map<String, Integer> many = counts(9, 9, 9, 9, 9, 9, 9, 9);
    Map<String, Integer> few = counts(9, 9, 9, 9, 9, 9, 4, 4);
    Map<String, Set<String>> withheld =
        new Suppression(TOWNSHIPS, Map.of("04.1", many, "04.2", few))
            .of(plan(Track.Basis.DECLARED, houses, ponds));
    assertThat(withheld.get("04.1")).isEmpty();
    assertThat(withheld.get("04.2")).containsExactlyElementsOf(TOWNSHIPS.subList(6, 8));
    assertThat(withheld.get("04")).containsExactlyElementsOf(TOWNSHIPS.subList(6, 8));
  }

  @Property
  void tells_no_small_township_and_leaves_nothing_to_subtract(
      @ForAll("districts") Map<String, Integer> counts) {
    Set<String> withheld = withheld(counts, Sensitivity.RESTRICTED, false);
    counts.forEach(
        (township, count) -> {
          if (count < Suppression.SMALL) assertThat(withheld).contains(township);
        });
    if (withheld.size() == counts.size()) return;
    int sum = withheld.stream().mapToInt(counts::get).sum();
    assertThat(sum == 0 || sum >= Suppression.SMALL).isTrue();
    assertThat(withheld.stream().filter(t -> counts.get(t) > 0).count()).isNotEqualTo(1);
  }

  @Property
  void withholds_the_same_by_quota_as_by_ground(@ForAll("districts") Map<String, Integer> counts) {
    Map<String, BigDecimal> quotas = new HashMap<>();
    counts.forEach((t, count) -> quotas.put(t, BigDecimal.valueOf(count)));
    Indicator persons = indicator("08.1", Sensitivity.PUBLIC, true, quotas);
    assertThat(
            new Suppression(TOWNSHIPS, Map.of())
                .of(plan(Track.Basis.QUANTITY, persons))
                .get("08.1"))
        .isEqualTo(withheld(counts, Sensitivity.RESTRICTED, false));
  }

  @Property
  void does_not_depend_on_the_order_in_which_townships_come(
      @ForAll("districts") Map<String, Integer> counts, @ForAll("orders") List<String> order) {
    Indicator indicator = indicator("04.1", Sensitivity.RESTRICTED, false, Map.of());
    Plan plan = plan(Track.Basis.QUANTITY, indicator);
    assertThat(new Suppression(order, Map.of("04.1", counts)).of(plan))
        .isEqualTo(new Suppression(TOWNSHIPS, Map.of("04.1", counts)).of(plan));
  }

  /** Mostly few, so that the awkward sums come up. */
  @Provide
  Arbitrary<Map<String, Integer>> districts() {
    Arbitrary<Integer> count =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, Arbitraries.just(0)),
            net.jqwik.api.Tuple.of(4, Arbitraries.integers().between(1, 6)),
            net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(5, 60)));
    return Combinators.combine(List.of(count, count, count, count, count, count, count, count))
        .as(numbers -> counts(numbers.stream().mapToInt(Integer::intValue).toArray()));
  }

  @Provide
  Arbitrary<List<String>> orders() {
    return Arbitraries.shuffle(TOWNSHIPS);
  }

  private static Map<String, Integer> counts(int... numbers) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < numbers.length; i++) counts.put(TOWNSHIPS.get(i), numbers[i]);
    return counts;
  }

  private static Set<String> withheld(
      Map<String, Integer> counts, Sensitivity sensitivity, boolean personal) {
    Indicator indicator = indicator("04.1", sensitivity, personal, Map.of());
    return new TreeSet<>(
        new Suppression(TOWNSHIPS, Map.of("04.1", counts))
            .of(plan(Track.Basis.QUANTITY, indicator))
            .getOrDefault("04.1", Set.of()));
  }

  /** Of points where there are no quotas. */
  private static Indicator indicator(
      String code, Sensitivity sensitivity, boolean personal, Map<String, BigDecimal> quotas) {
    return new Indicator(
        code,
        code,
        BigDecimal.valueOf(100),
        "个",
        0,
        Indicator.Comparator.EQUAL,
        Indicator.Kind.CUMULATIVE,
        quotas.isEmpty() ? Indicator.GeometryKind.POINT : Indicator.GeometryKind.NONE,
        Indicator.ReportedBy.DISTRICT,
        sensitivity,
        personal,
        quotas,
        null,
        null);
  }

  private static Plan plan(Track.Basis basis, Indicator... indicators) {
    Track track =
        new Track(
            "04", "全部", basis, null, false, 1, List.of(), null, List.of(indicators), List.of());
    Project project =
        new Project(
            4,
            "试验",
            "试验",
            Project.Tier.DISTRICT,
            "source",
            Sensitivity.PUBLIC,
            false,
            "",
            List.of(),
            List.of(),
            List.of(track));
    return new Plan(
        new PlanKey("990101", 2026),
        1,
        "试验",
        "1",
        LocalDate.of(2026, 1, 1),
        "made up for the tests",
        List.of(),
        List.of(project));
  }
}
