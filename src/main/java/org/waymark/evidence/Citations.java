package org.waymark.evidence;

import java.util.Collection;
import java.util.Set;
import org.waymark.access.Caller;

/** Who may see a photo because of what cites it. Answered by whoever stores what cites photos. */
public interface Citations {
  /**
   * Whether work of somebody else within the caller's scope cites the photo: who names another's
   * photo in a report does not get to see it by that.
   */
  boolean inScope(Caller caller, String sha256);

  /** Of these photos, those that anything in the district cites. */
  Set<String> cited(String districtCode, Collection<String> sha256);
}
