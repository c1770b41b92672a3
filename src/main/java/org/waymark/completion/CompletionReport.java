package org.waymark.completion;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Statement from the field: this range, these components or this quantity of that footprint is done
 * or undone. Lines take a range, polygons a quantity, points components (none where none are
 * required).
 *
 * @param version of the footprint, as the phone had it
 * @param step work step (路基 / 涵洞 / 路面); null speaks of the counting step
 * @param range metres along that version
 * @param components components done
 * @param notNeeded components this point does not need, each with a reason
 * @param quantity cumulative, in the footprint's unit
 * @param accuracyM of the position, metres
 * @param deviceTime the phone's clock when this was made: a claim, kept beside the server's time
 * @param replaces own report that was returned and of which this is the better one
 */
public record CompletionReport(
    String footprint,
    Integer version,
    Kind kind,
    String step,
    MetreRange range,
    List<String> components,
    List<NotNeeded> notNeeded,
    BigDecimal quantity,
    Instant observedAt,
    Method method,
    Double accuracyM,
    List<CitedPhoto> photos,
    String note,
    Instant deviceTime,
    UUID replaces)
    implements NewReport {

  public CompletionReport {
    components = components == null ? List.of() : List.copyOf(components);
    notNeeded = notNeeded == null ? List.of() : List.copyOf(notNeeded);
    photos = photos == null ? List.of() : List.copyOf(photos);
    quantity = Canonical.plain(quantity);
    observedAt = Canonical.micros(observedAt);
    deviceTime = Canonical.micros(deviceTime);
  }

  /** Not from a phone, and in nobody's place. */
  public CompletionReport(
      String footprint,
      Integer version,
      Kind kind,
      String step,
      MetreRange range,
      List<String> components,
      List<NotNeeded> notNeeded,
      BigDecimal quantity,
      Instant observedAt,
      Method method,
      Double accuracyM,
      List<CitedPhoto> photos,
      String note) {
    this(
        footprint,
        version,
        kind,
        step,
        range,
        components,
        notNeeded,
        quantity,
        observedAt,
        method,
        accuracyM,
        photos,
        note,
        null,
        null);
  }

  public enum Kind {
    @JsonProperty("done")
    DONE,
    @JsonProperty("undone")
    UNDONE
  }

  /** How the place was found: GPS fix, walked with GPS, tapped on the map (手工), typed. */
  public enum Method {
    @JsonProperty("gps")
    GPS,
    @JsonProperty("walk")
    WALK,
    @JsonProperty("tap")
    TAP,
    @JsonProperty("typed")
    TYPED
  }

  /** Metres along a line, half-open. Stored as decimetres, each end rounded once. */
  public record MetreRange(Double from, Double to) {}

  public record NotNeeded(String component, String reason) {}
}
