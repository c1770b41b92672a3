package org.waymark.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an account may do; where it may do it is its scope. */
public enum Role {
  ADMINISTRATOR,
  PLANNER,
  UNIT,
  REVIEWER,
  CREW,
  INSPECTOR;

  /** As in the database, in JSON and in i18n keys ({@code role.planner}). */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException naming an unknown code
   */
  static Role of(String code) {
    for (Role role : values()) if (role.code().equals(code)) return role;
    throw new IllegalArgumentException("unknown role '" + code + "'");
  }
}
