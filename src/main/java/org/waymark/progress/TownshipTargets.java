package org.waymark.progress;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.waymark.plan.Indicator;

/**
 * What each township has to reach: its quota, else what is mapped in it.
 *
 * @param mapped design quantity by indicator and township ("" = outside any township)
 * @param townships names of all townships of the district by code
 */
record TownshipTargets(Map<String, Map<String, BigDecimal>> mapped, Map<String, String> townships) {

  /** Empty where the township has neither quota nor anything mapped. */
  Optional<BigDecimal> find(Indicator indicator, String township) {
    BigDecimal quota = indicator.quotas().get(township);
    BigDecimal target = quota != null ? quota : mapped(indicator).get(township);
    return Optional.ofNullable(target).filter(t -> t.signum() > 0);
  }

  /** 待分解: what of the target no township can be given; Σ targets + open = target. */
  BigDecimal open(Indicator indicator) {
    if (indicator.target() == null) return BigDecimal.ZERO;
    BigDecimal given =
        townships.keySet().stream()
            .map(t -> find(indicator, t).orElse(BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return indicator.target().subtract(given).max(BigDecimal.ZERO);
  }

  /** Every township's target is known, so that one without has nothing to do. */
  boolean decided(Indicator indicator) {
    return indicator.target() != null && open(indicator).signum() == 0;
  }

  BigDecimal mappedWhole(Indicator indicator) {
    return mapped(indicator).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal mappedOutside(Indicator indicator) {
    return mapped(indicator).getOrDefault("", BigDecimal.ZERO);
  }

  private Map<String, BigDecimal> mapped(Indicator indicator) {
    return mapped.getOrDefault(indicator.code(), Map.of());
  }
}
