package org.waymark.evidence;

import java.util.Collection;
import java.util.Set;
import org.waymark.access.Caller;

/**
 * Front door of the evidence: photos by the SHA-256 of the bytes sent, 64 lower-case hex digits.
 */
public class Photos {
  /** Of these, the ones whose bytes have not all arrived in this district. */
  public Set<String> listMissing(String districtCode, Collection<String> sha256) {
    throw new UnsupportedOperationException();
  }

  /**
   * Stores a whole photo; again changes nothing.
   *
   * @return true where it was new
   * @throws org.waymark.problem.Problem where it is too large, no JPEG or PNG, or has another hash
   */
  public boolean store(Caller caller, String sha256, byte[] content) {
    throw new UnsupportedOperationException();
  }
}
