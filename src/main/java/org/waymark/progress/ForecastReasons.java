package org.waymark.progress;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.waymark.progress.GateJudge.JudgedGate;

/** A forecast in words: the range, the gate, and what would be needed a day. */
final class ForecastReasons {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private final ForecastRules rules;
  private final JudgedGate gate;
  private final Need need;
  private final BigDecimal perDay;
  private final BigDecimal pacePerDay;

  /**
   * @param perDay needed a day until the gate, in the need's unit
   * @param pacePerDay gained a day; null where the data are too few
   */
  ForecastReasons(
      ForecastRules rules, JudgedGate gate, Need need, BigDecimal perDay, BigDecimal pacePerDay) {
    this.rules = rules;
    this.gate = gate;
    this.need = need;
    this.perDay = perDay;
    this.pacePerDay = pacePerDay;
  }

  Reason of(Outlook outlook, LocalDate earliest, LocalDate latest, int steps, String name) {
    Map<String, Object> args = new LinkedHashMap<>();
    args.put("due", gate.gate().due());
    args.put("need", Percents.shown(need.need()));
    args.put("unit", need.unit());
    args.put("weeks", rules.weeks());
    args.put("perDay", daily(perDay));
    args.put("perUnit", dailyUnit());
    if (outlook == Outlook.SILENT) {
      args.put("steps", steps);
      args.put("minSteps", rules.minSteps());
      args.put("minWeeks", rules.minWeeks());
    } else {
      args.put("pace", daily(pacePerDay));
      args.put("verifyBy", gate.verifyBy());
      if (earliest != null) args.put("earliest", earliest);
      if (latest != null) args.put("latest", latest);
    }
    return new Reason("forecast." + outlook.code() + open(outlook, earliest, latest), name, args);
  }

  /** Where one end of the range lies beyond two years. */
  private static String open(Outlook outlook, LocalDate earliest, LocalDate latest) {
    if (outlook == Outlook.MISS) return earliest == null ? ".never" : "";
    return outlook == Outlook.AT_RISK && latest == null ? ".open" : "";
  }

  private String dailyUnit() {
    return metres() ? "m" : need.unit();
  }

  private boolean metres() {
    return "km".equals(need.unit());
  }

  private BigDecimal daily(BigDecimal number) {
    BigDecimal shown = metres() ? number.multiply(THOUSAND) : number;
    return Percents.plain(shown.round(new MathContext(3, RoundingMode.HALF_UP)));
  }
}
