package org.waymark.progress;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What became verified of an indicator on one day, whole district, in its unit; above 0. */
public record VerifiedOn(LocalDate day, String indicator, BigDecimal quantity) {}
