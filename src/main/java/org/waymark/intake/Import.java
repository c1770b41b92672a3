package org.waymark.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * A file that was sent in and what became of it.
 *
 * @param reading null before a layer is chosen
 * @param mapping what its columns mean: guessed once it is read, said once it is mapped
 * @param counts by outcome; once accepted what was done
 */
public record Import(
    int number,
    State state,
    String fileName,
    long fileBytes,
    String fileSha256,
    Found found,
    Reading reading,
    Mapping mapping,
    Map<String, Integer> counts,
    Instant createdAt,
    String createdBy,
    Instant acceptedAt,
    String acceptedBy,
    Instant undoneAt,
    String undoneBy,
    String undoReason,
    @JsonIgnore UUID folder) {

  public enum State {
    FOUND,
    READ,
    MAPPED,
    ACCEPTED,
    UNDONE;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * How a layer was read.
   *
   * @param layer index into the layers found
   * @param encoding null where the format needs none
   * @param crs see {@link ReferenceSystems}
   * @param fields columns that hold something, in the order of the file
   * @param samples the first features' properties
   * @param withoutShape features whose shape is missing, unreadable or invalid
   * @param box west, south, east, north in degrees; null where nothing has a shape
   */
  record Reading(
      int layer,
      String encoding,
      String crs,
      List<String> fields,
      List<Map<String, Object>> samples,
      int features,
      int withoutShape,
      double[] box) {}

  /** What may stand as the source of a footprint version. */
  String source() {
    String layer = reading == null ? "" : found.layers().get(reading.layer()).name();
    return "import %d: %s #%s sha256:%s"
        .formatted(number, fileName, layer, fileSha256.substring(0, 16));
  }
}
