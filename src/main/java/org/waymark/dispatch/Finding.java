package org.waymark.dispatch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.waymark.dispatch.Desk.About;

/**
 * Something in the figures that wants a look. It changes no light.
 *
 * @param key the same as long as it is about the same thing, whatever its figures
 * @param figure how bad it is, more is worse; its unit depends on the kind
 * @param facts what its words need
 * @param sides what it is about, the first is shown on the map; only those the reader may see
 * @param hidden how many more sides there are that the reader may not see
 * @param place null where none is known but the side's footprint or project
 * @param mute null where it never was muted, or was taken back
 * @param muted it rests; with a mute and not muted it came back
 */
record Finding(
    String key,
    Kind kind,
    BigDecimal figure,
    Map<String, Object> facts,
    List<Side> sides,
    int hidden,
    Place place,
    Mute mute,
    boolean muted) {

  enum Kind {
    /** Declared above verified; figure in percentage points. */
    DECLARED("declared"),
    /** Done without a photo; figure in reports. */
    NO_PHOTO("no-photo"),
    /** Faster than work can be; figure as a multiple of what the rules let pass. */
    PACE("pace"),
    /** One picture for several places or reports; figure in reports. */
    PHOTO_REUSE("photo-reuse"),
    /** Two projects dig at the same place; figure in metres nearer than the rules let pass. */
    DIGGING("digging"),
    /** The plan's two annexes differ; figure 1. */
    ANNEXES("annexes");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @JsonValue
    String code() {
      return code;
    }
  }

  /**
   * @param footprint null where it is about a whole track or township
   * @param atM metres along the line; null where it is none
   * @param from first day of work, told or planned; null where it is not asked for
   * @param townships codes where it lies; empty = the whole district
   */
  record Side(
      About about,
      String footprint,
      String footprintName,
      Double atM,
      UUID report,
      LocalDate from,
      LocalDate to,
      @JsonIgnore Set<String> townships) {

    static Side of(About about) {
      return new Side(about, null, null, null, null, null, null, Set.of());
    }

    static Side of(About about, UUID report, Set<String> townships) {
      return new Side(about, null, null, null, report, null, null, townships);
    }
  }

  record Place(double lon, double lat) {}

  /**
   * @param until last day on which it rests; null = as long as it gets no worse
   */
  record Mute(
      UUID id,
      @JsonIgnore String key,
      BigDecimal figure,
      String reason,
      LocalDate until,
      String by,
      Instant at) {
    private static final BigDecimal WORSE = new BigDecimal("1.1");

    /** Rests on {@code today} with {@code now} as its figure: a tenth more is worse. */
    boolean holds(BigDecimal now, LocalDate today) {
      return (until == null || !today.isAfter(until)) && now.compareTo(figure.multiply(WORSE)) <= 0;
    }
  }

  Finding(
      String key,
      Kind kind,
      BigDecimal figure,
      Map<String, Object> facts,
      List<Side> sides,
      Place place) {
    this(key, kind, figure, facts, sides, 0, place, null, false);
  }

  Finding seen(List<Side> visible) {
    return new Finding(
        key, kind, figure, facts, visible, sides.size() - visible.size(), place, mute, muted);
  }

  Finding with(Mute last, LocalDate today) {
    return last == null
        ? this
        : new Finding(
            key, kind, figure, facts, sides, hidden, place, last, last.holds(figure, today));
  }
}
