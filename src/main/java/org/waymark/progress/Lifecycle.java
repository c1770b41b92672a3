package org.waymark.progress;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a track has come, whatever its light: 未启动 → 前期 → 实施中 → 已完工待核验 → 已完成. */
public enum Lifecycle {
  NOT_STARTED("notStarted"),
  PREPARING("preparing"),
  UNDER_WAY("underWay"),
  BUILT_UNVERIFIED("builtUnverified"),
  COMPLETED("completed");

  private final String code;

  Lifecycle(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }
}
