package org.waymark.plan;

/**
 * Who may see geometry, names and codes: everybody, the signed-in, or nobody on the public side in
 * any form but totals.
 */
public enum Sensitivity {
  PUBLIC,
  INTERNAL,
  RESTRICTED
}
