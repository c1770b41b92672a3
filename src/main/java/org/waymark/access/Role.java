package org.waymark.access;

public enum Role {
  ADMINISTRATOR,
  PLANNER,
  UNIT,
  REVIEWER,
  CREW,
  INSPECTOR
}
