package org.waymark.dispatch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.waymark.dispatch.Desk.About;
import org.waymark.progress.Light;

/**
 * What one unit tells in one month: quantities without footprints, declared percents, items.
 *
 * @param months of the plan's year up to today's, the newest last
 * @param asOf last day that the sheet may speak of: the month's last, or today
 * @param writable the reader's role may report
 * @param unit code of the lead unit shown; null = all that the reader may see
 * @param warnPoints percent points above the planned line from which a jump asks for a word
 */
record EntrySheet(
    YearMonth month,
    List<YearMonth> months,
    LocalDate from,
    LocalDate asOf,
    boolean demo,
    boolean writable,
    String unit,
    List<UnitChoice> units,
    List<TownshipChoice> townships,
    BigDecimal warnPoints,
    List<EntryTrack> tracks) {

  record UnitChoice(String code, String name) {}

  record TownshipChoice(String code, String name) {}

  /**
   * @param basis quantity, declared, checklist or weighted
   */
  record EntryTrack(
      About about,
      String name,
      String basis,
      Light light,
      List<EntryRow> rows,
      List<EntryItem> items) {}

  /**
   * @param type quantity or percent
   * @param subject indicator or track code
   * @param kind cumulative, level, daily_average, rate or yes_no; a percent is cumulative
   * @param byTownship told by township only, or also by township where {@code townships} is not
   *     empty
   * @param target null where the plan has none
   * @param planned due at the end of {@code asOf}, in {@code unit}; null without a planned line
   * @param whole null where it is told by township only, or the reader speaks for townships only
   */
  record EntryRow(
      String type,
      String subject,
      String name,
      String unit,
      int decimals,
      String kind,
      boolean byTownship,
      BigDecimal target,
      NextNeed next,
      BigDecimal planned,
      BigDecimal verified,
      EntryCell whole,
      List<EntryCell> townships) {}

  /** What the next gate asks of it. */
  record NextNeed(LocalDate due, BigDecimal need) {}

  /**
   * One figure to be told.
   *
   * @param township code; null = whole district
   * @param quota of the township; null where the plan has none
   * @param most above it a figure wants a word; null where nothing is known to be too much
   * @param before the last report before this month that was not returned
   * @param now the last report of this month, a returned one too
   */
  record EntryCell(
      String township,
      String townshipName,
      BigDecimal quota,
      BigDecimal most,
      Told before,
      Told now) {}

  /**
   * @param done of an item; null for a figure
   * @param reason why it was returned; null where it was not
   */
  record Told(
      UUID report,
      BigDecimal value,
      Boolean done,
      LocalDate asOf,
      String state,
      String note,
      String reason) {}

  /**
   * @param flag what is odd about it; null where nothing is
   * @param last its last report up to {@code asOf}, a returned one too
   */
  record EntryItem(
      String code, String text, LocalDate due, boolean gating, String flag, Told last) {}
}
