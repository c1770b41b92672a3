package org.waymark.plan;

/** One district's plan of one year; every key in the database begins with it. */
public record PlanKey(String districtCode, int year) {
  public PlanKey {
    if (districtCode == null || !districtCode.matches("[0-9]{6}"))
      throw new IllegalArgumentException("district code '" + districtCode + "' is not six digits");
    if (year < 1990 || year > 2200)
      throw new IllegalArgumentException("plan year " + year + " is outside 1990–2200");
  }
}
