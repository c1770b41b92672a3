package org.waymark.progress;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.Optional;

/** Computed status, worst first. NONE 不涉及 and OPEN 待分解 never take part in a worst-of. */
public enum Light {
  LATE("late"),
  LAG("lag"),
  PEND("pend"),
  WARN("warn"),
  STALE("stale"),
  OK("ok"),
  DONE("done"),
  NONE("none"),
  OPEN("open");

  private final String code;

  Light(String code) {
    this.code = code;
  }

  @JsonValue
  public String code() {
    return code;
  }

  boolean takesPart() {
    return this != NONE && this != OPEN;
  }

  /** Empty where nothing takes part. */
  static Optional<Light> worst(Collection<Light> lights) {
    return lights.stream().filter(Light::takesPart).min(Light::compareTo);
  }
}
