package org.waymark.archive;

import java.util.List;
import org.waymark.access.IssuedPassword;

/**
 * What a restore did.
 *
 * @param administrator with a one-time password; null where the archive names none outside the demo
 * @param differences figures that this version of the software computes otherwise than the one that
 *     wrote the archive; empty as a rule
 */
public record Restored(
    String districtName,
    String madeAt,
    boolean demo,
    List<Integer> plans,
    List<Count> counts,
    List<String> differences,
    IssuedPassword administrator) {

  /**
   * @param equal how many are the same, by their hash
   */
  public record Count(String part, long archived, long restored, long equal) {}

  public boolean exact() {
    return differences.isEmpty();
  }
}
