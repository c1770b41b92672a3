package org.waymark.completion;

import java.time.Instant;

/**
 * A photo as a report cites it; its bytes come apart.
 *
 * @param sha256 64 lower-case hex digits
 * @param lon degrees, WGS84/CGCS2000. @param accuracyM metres
 * @param bearing degrees clockwise from north
 */
public record CitedPhoto(
    String sha256, Instant takenAt, Double lon, Double lat, Double accuracyM, Double bearing) {
  public CitedPhoto {
    takenAt = Canonical.micros(takenAt);
  }
}
