package org.waymark.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.waymark.progress.Light;

/** Numbers, days and lights as papers word them. Missing is 未报, never 0. */
final class PaperText {
  static final String UNKNOWN = "未报";
  static final String NO_PERCENT = "—";

  private PaperText() {}

  static String day(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  static String shortDay(LocalDate day) {
    return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  static String number(BigDecimal value, int decimals) {
    if (value == null) return UNKNOWN;
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded).toPlainString();
  }

  static String quantity(BigDecimal value, String unit) {
    if (value == null) return UNKNOWN;
    return number(value, 2) + ("%".equals(unit) || unit == null ? "%" : unit);
  }

  /** At most one decimal, as on the screens. */
  static String percent(BigDecimal value) {
    return value == null ? NO_PERCENT : number(value, 1) + "%";
  }

  static String gap(BigDecimal verified, BigDecimal planned) {
    if (verified == null || planned == null) return NO_PERCENT;
    BigDecimal gap = verified.subtract(planned);
    String shown = number(gap.abs(), 1);
    return (shown.equals("0") ? "" : gap.signum() < 0 ? "−" : "+") + shown;
  }

  /** Beside the word, for whoever sees no colour; all are in GB 2312. */
  static String sign(Light light) {
    if (light == null) return "";
    return switch (light) {
      case LATE -> "×";
      case LAG -> "▼";
      case PEND -> "◇";
      case WARN -> "▲";
      case STALE -> "○";
      case OK -> "●";
      case DONE -> "√";
      case OPEN -> "□";
      case NONE -> "—";
    };
  }

  static String word(Light light) {
    if (light == null) return "不公布";
    return switch (light) {
      case LATE -> "逾期";
      case LAG -> "滞后";
      case PEND -> "达标待核";
      case WARN -> "预警";
      case STALE -> "灰";
      case OK -> "正常";
      case DONE -> "已完成";
      case OPEN -> "待分解";
      case NONE -> "不涉及";
    };
  }

  static String light(Light light) {
    return (sign(light) + " " + word(light)).strip();
  }

  /** RGB for text on white. */
  static String color(Light light) {
    if (light == null) return "566163";
    return switch (light) {
      case LATE, LAG -> "A8241B";
      case PEND, WARN -> "7A5200";
      case STALE -> "566163";
      case OK -> "1D6F46";
      case DONE -> "1A569D";
      case OPEN, NONE -> "5B6668";
    };
  }

  static String gate(String status) {
    return switch (status) {
      case "late" -> "逾期";
      case "pending" -> "达标待核";
      case "grace" -> "收报期内";
      case "upcoming" -> "未到期";
      case "lateDone" -> "逾期完成";
      case "met" -> "达标";
      case "open" -> "待分解";
      default -> "不设新目标";
    };
  }

  static String cause(String code) {
    if (code == null) return null;
    return code.equals("construction") ? "施工超时" : "核验超时";
  }

  /** What is asked and how far it is. */
  static String ask(PaperFacts.Ask ask) {
    String where = ask.township() == null ? "" : ask.township() + "：";
    if (ask.need() == null) return where + ask.text() + "（未核实完成）";
    String missing =
        ask.verified() == null
            ? ""
            : "，差" + quantity(ask.need().subtract(ask.verified()).max(BigDecimal.ZERO), ask.unit());
    return where
        + ask.text()
        + "：应达"
        + quantity(ask.need(), ask.unit())
        + "，已核实"
        + quantity(ask.verified(), ask.unit())
        + missing;
  }
}
