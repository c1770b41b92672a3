package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waymark.progress.GateJudge.JudgedGate;
import org.waymark.progress.GateJudge.JudgedNeed;

/** The reason behind each verdict: a code and the figures its words name. */
final class Reasons {
  private Reasons() {}

  static Reason of(String code) {
    return new Reason(code, null, Map.of());
  }

  /**
   * @param named the condition's name belongs into the words, its track having several
   */
  static Reason gate(JudgedGate gate, JudgedNeed need, boolean named) {
    Map<String, Object> args = new LinkedHashMap<>();
    args.put("due", gate.gate().due());
    args.put("graceEnd", gate.graceEnd());
    args.put("verifyBy", gate.verifyBy());
    boolean item = need.need().type().equals("item");
    if (item) args.put("text", need.need().text());
    else figures(args, need);
    String name = named && !item ? need.need().text() : null;
    return new Reason(code(need) + (item ? ".item" : ""), name, args);
  }

  private static String code(JudgedNeed need) {
    if (need.status() == GateStatus.PENDING) return "pend";
    if (need.cause() == Cause.VERIFICATION) return "late.verification";
    return need.all().known() ? "late.construction" : "late.unreported";
  }

  private static void figures(Map<String, Object> args, JudgedNeed need) {
    boolean inTime = need.status() == GateStatus.PENDING || need.cause() == Cause.VERIFICATION;
    BigDecimal verified = inTime ? need.inTime().verified() : need.all().verified();
    args.put("need", Percents.shown(need.need().need()));
    args.put("unit", need.need().unit());
    args.put("reported", Percents.shown(need.inTime().reported()));
    args.put("verified", Percents.shown(verified));
    args.put("short", Percents.shown(shortage(need.need(), verified)));
    if (need.need().township() != null) args.put("township", need.need().township());
  }

  private static BigDecimal shortage(Need need, BigDecimal verified) {
    return (need.about() ? need.enough() : need.need()).subtract(verified);
  }

  /** LAG, WARN or OK by the gap rule. */
  static Reason gap(
      Light light, BigDecimal verified, BigDecimal planned, String name, RuleSet rules) {
    BigDecimal gap = verified.subtract(planned);
    Map<String, Object> args = new LinkedHashMap<>();
    args.put("verified", oneDecimal(verified));
    args.put("planned", oneDecimal(planned));
    args.put("gap", oneDecimal(gap.abs()));
    args.put("warnGap", Percents.plain(rules.warnGap()));
    args.put("lagGap", Percents.plain(rules.lagGap()));
    String code = light == Light.OK ? (gap.signum() < 0 ? "ok" : "ok.ahead") : light.code();
    return new Reason(code, name, args);
  }

  /**
   * @param last null where nothing came this year
   */
  static Reason stale(LocalDate last, RuleSet rules) {
    Map<String, Object> args = new LinkedHashMap<>();
    args.put("days", rules.staleDays());
    if (last != null) args.put("last", last);
    return new Reason(last == null ? "stale.never" : "stale", null, args);
  }

  private static BigDecimal oneDecimal(BigDecimal number) {
    return Percents.plain(number.setScale(1, java.math.RoundingMode.HALF_UP));
  }
}
