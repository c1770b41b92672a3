package org.waymark.completion;

import java.time.LocalDate;
import java.util.List;

/**
 * A milestone item done or undone.
 *
 * @param item code of the item in the plan
 * @param attachments SHA-256 of photographed papers (permit, contract), 64 hex digits each
 */
public record ChecklistReport(
    String item, Boolean done, LocalDate asOf, List<String> attachments, String note)
    implements NewReport {
  public ChecklistReport {
    attachments = attachments == null ? List.of() : List.copyOf(attachments);
  }
}
