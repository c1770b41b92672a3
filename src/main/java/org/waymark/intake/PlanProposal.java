package org.waymark.intake;

import java.util.List;
import java.util.Map;

/**
 * What a workbook, or an edited draft, would change.
 *
 * @param status created, unchanged or amended
 * @param version that would be in force
 * @param document as the tables give it; an amendment needs one that no earlier version has
 * @param digest of what was looked at; accepting names it
 * @param projects number and name, as the tables give them
 */
record PlanProposal(
    int year,
    String status,
    int version,
    String document,
    boolean documentTaken,
    String digest,
    List<Change> changes,
    Map<String, Integer> counts,
    List<ProjectName> projects) {

  /**
   * @param path such as 18.2.target
   * @param from null where new
   * @param to null where gone
   */
  record Change(String path, String from, String to) {}

  record ProjectName(String number, String name) {}
}
