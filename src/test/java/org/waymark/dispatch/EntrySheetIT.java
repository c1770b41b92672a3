package org.waymark.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.waymark.DemoIT;
import org.waymark.access.Accounts;
import org.waymark.dispatch.EntrySheet.EntryCell;
import org.waymark.dispatch.EntrySheet.EntryItem;
import org.waymark.dispatch.EntrySheet.EntryRow;
import org.waymark.plan.Indicator;
import org.waymark.plan.Plan;
import org.waymark.plan.Plans;
import org.waymark.plan.Track;
import org.waymark.problem.Problem;

@DemoIT
class EntrySheetIT {
  @Autowired EntrySheets sheets;
  @Autowired Accounts accounts;
  @Autowired Plans plans;

  @Test
  void a_units_sheet_has_what_the_ground_does_not_tell_with_what_was_told_before() {
    EntrySheet sheet = of("unit", "2026-11", null);
    assertThat(rows(sheet)).extracting(EntryRow::subject).containsExactly("18a", "18.3");
    EntryRow people = rows(sheet).get(1);
    assertThat(people.target()).isEqualByComparingTo("60000");
    assertThat(people.next().due()).isEqualTo(LocalDate.parse("2026-12-31"));
    assertThat(people.whole().before().value()).isEqualByComparingTo("43000");
    assertThat(people.whole().now().value()).isEqualByComparingTo("51500");
    assertThat(people.whole().now().state()).isEqualTo("accepted");
    assertThat(sheet.asOf()).isEqualTo(LocalDate.parse("2026-11-24"));
    assertThat(sheet.writable()).isTrue();
  }

  @Test
  void a_past_month_shows_what_was_told_up_to_its_end() {
    EntryRow percent = rows(of("unit", "2026-06", null)).get(0);
    assertThat(percent.whole().before().value()).isEqualByComparingTo("43");
    assertThat(percent.whole().now().value()).isEqualByComparingTo("50.5");
    assertThat(percent.planned()).isEqualByComparingTo("50");
  }

  @Test
  void what_is_told_by_township_has_no_whole_but_each_township_told_before() {
    EntryRow homes =
        rows(of("admin", "2026-11", "fire-rescue")).stream()
            .filter(r -> r.subject().equals("24.2"))
            .findFirst()
            .orElseThrow();
    assertThat(homes.whole()).isNull();
    assertThat(homes.townships()).hasSize(8).extracting(EntryCell::townshipName).contains("舟白街道");
  }

  @Test
  void all_units_together_tell_all_that_is_not_on_the_ground_and_every_item() {
    Plan plan = plans.get(plans.currentKey());
    List<EntrySheet> all =
        of("admin", null, null).units().stream().map(u -> of("admin", null, u.code())).toList();
    assertThat(all.stream().flatMap(s -> rows(s).stream()).map(EntryRow::subject))
        .containsAll(plan.indicators().filter(i -> !i.mapped()).map(Indicator::code).toList())
        .containsAll(
            plan.tracks().filter(t -> t.basis() == Track.Basis.DECLARED).map(Track::code).toList());
    assertThat(all.stream().flatMap(s -> s.tracks().stream()).flatMap(t -> t.items().stream()))
        .extracting(EntryItem::code)
        .contains("07@12-1", "09a@06-1")
        .doesNotHaveDuplicates();
  }

  @Test
  void a_month_to_come_is_refused_and_others_may_only_look() {
    assertThatThrownBy(() -> of("unit", "2026-12", null)).isInstanceOf(Problem.class);
    assertThatThrownBy(() -> of("unit", "2025-12", null)).isInstanceOf(Problem.class);
    assertThat(of("planner", null, null).writable()).isFalse();
  }

  private EntrySheet of(String userName, String month, String unit) {
    return sheets.get(
        accounts.getCaller(userName),
        plans.currentKey(),
        month == null ? null : YearMonth.parse(month),
        unit);
  }

  private static List<EntryRow> rows(EntrySheet sheet) {
    return sheet.tracks().stream().flatMap(t -> t.rows().stream()).toList();
  }
}
