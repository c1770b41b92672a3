package org.waymark.live;

import java.util.Locale;

/** What a stream speaks of. A topic is one number that grows with each commit that changed it. */
public enum LiveTopic {
  /** Reports and figures; for whoever is signed in. */
  PROGRESS,
  /** What the public may see; for everybody. */
  PUBLISHED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
