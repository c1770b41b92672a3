package org.waymark.completion;

import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Which accepted reports are drawn for a re-check. Ids are minted by those who report, so what is
 * drawn must not follow from the id alone: a seed that the server keeps to itself decides with it.
 * The same report is always drawn or never, however often it is accepted.
 */
@Component
class RecheckDraw {
  /** Of a hundred accepted reports as many are drawn. */
  static final int PERCENT = 15;

  private final DrawSeedQueries seeds;

  RecheckDraw(DrawSeedQueries seeds) {
    this.seeds = seeds;
  }

  boolean drawn(String district, UUID report) {
    return drawn(seeds.get(district), report);
  }

  static boolean drawn(byte[] seed, UUID report) {
    String text = "recheck " + HexFormat.of().formatHex(seed) + " " + report;
    long bits = Long.parseUnsignedLong(Canonical.sha256(text).substring(0, 16), 16);
    return Long.remainderUnsigned(bits, 100) < PERCENT;
  }
}
