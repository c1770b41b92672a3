package org.waymark.progress;

import com.fasterxml.jackson.annotation.JsonValue;

/** Where a gate or one of its conditions stands; worst first. */
public enum GateStatus {
  LATE("late"),
  /** Reported in time, not yet reviewed, and still within the days for review. */
  PENDING("pending"),
  /** Due, not reported in time so far, and still within the days for late post. */
  GRACE("grace"),
  UPCOMING("upcoming"),
  /** Met, but not by what came and was reviewed in time. */
  LATE_DONE("lateDone"),
  MET("met"),
  /** 待分解: nothing of it can be computed. */
  OPEN("open"),
  /** The gate asks for nothing that gates. */
  NONE("none");

  private final String code;

  GateStatus(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
