package org.waymark.progress;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the pace of the last weeks promises for a gate, worst first. */
public enum Outlook {
  /** Even the early end of the range lies after the last day for reviews. */
  MISS("miss"),
  /** The late end of the range lies after the due date. */
  AT_RISK("atRisk"),
  /** Too few data: no range. */
  SILENT("silent"),
  ON_TIME("onTime");

  private final String code;

  Outlook(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
