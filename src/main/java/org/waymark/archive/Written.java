package org.waymark.archive;

import java.util.List;

/** What an archive holds that was just written. */
public record Written(String districtName, String madeAt, List<Count> counts) {
  public record Count(String part, long rows, long bytes) {}
}
