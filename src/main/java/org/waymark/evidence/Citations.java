package org.waymark.evidence;

import org.waymark.access.Caller;

/** Who may see a photo because of what cites it. Answered by whoever stores what cites photos. */
public interface Citations {
  /** Whether anything within the caller's scope cites the photo. */
  boolean inScope(Caller caller, String sha256);
}
