package org.waymark.progress;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why something was finished late: built late 施工超时, or reviewed late 核验超时. */
public enum Cause {
  CONSTRUCTION("construction"),
  VERIFICATION("verification");

  private final String code;

  Cause(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
