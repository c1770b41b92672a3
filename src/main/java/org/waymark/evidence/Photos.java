package org.waymark.evidence;

import java.util.Collection;
import java.util.Set;

/** Front door of the evidence. */
public class Photos {
  /** Of these SHA-256 hex hashes, those whose bytes have not all arrived. */
  public Set<String> listMissing(Collection<String> sha256) {
    throw new UnsupportedOperationException();
  }
}
