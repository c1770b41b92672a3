package org.waymark.completion;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a report may say of the photos it cites; whether they came is another matter. */
final class PhotoCheck {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private PhotoCheck() {}

  static void check(List<CitedPhoto> photos, Faults faults) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < photos.size(); i++) {
      CitedPhoto photo = photos.get(i);
      String pointer = "/photos/" + i;
      if (faults.present(pointer + "/sha256", photo.sha256()))
        checkHash(pointer + "/sha256", photo.sha256(), seen, faults);
      within(pointer + "/lon", photo.lon(), -180, 180, faults);
      within(pointer + "/lat", photo.lat(), -90, 90, faults);
      within(pointer + "/bearing", photo.bearing(), 0, 360, faults);
      within(pointer + "/accuracyM", photo.accuracyM(), 0, 1e7, faults);
    }
  }

  static void checkHashes(String pointer, List<String> hashes, Faults faults) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < hashes.size(); i++)
      checkHash(pointer + "/" + i, hashes.get(i), seen, faults);
  }

  private static void checkHash(String pointer, String hash, Set<String> seen, Faults faults) {
    if (!SHA256.matcher(hash).matches()) faults.add(pointer, "not-a-hash", hash);
    else if (!seen.add(hash)) faults.add(pointer, "twice", hash);
  }

  private static void within(
      String pointer, Double value, double least, double most, Faults faults) {
    if (value != null && !(value >= least && value <= most))
      faults.add(pointer, "out-of-bounds", value);
  }
}
