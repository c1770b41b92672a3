package org.waymark.access;

import java.util.Map;

/** The audit log: who, when, what. Written in the caller's transaction. */
public class Audit {
  /**
   * @param subject the id of what was touched, such as report/…uuid
   */
  public void record(String action, String subject, Map<String, ?> detail) {
    throw new UnsupportedOperationException();
  }
}
