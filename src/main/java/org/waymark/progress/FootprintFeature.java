package org.waymark.progress;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.waymark.footprint.TownshipShare;
import org.waymark.geojson.GeoJson;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.MeasureRanges;
import org.waymark.progress.FootprintMapQueries.Row;
import tools.jackson.core.JsonGenerator;

/** Writes a footprint as a GeoJSON feature; every measure in metres of chainage. */
final class FootprintFeature {
  private final JsonGenerator json;
  private final Row row;
  private final FootprintStanding standing;

  FootprintFeature(JsonGenerator json, Row row, FootprintStanding standing) {
    this.json = json;
    this.row = row;
    this.standing = standing;
  }

  /**
   * @param light of the track, null where nothing is judged
   * @param more writes further properties
   */
  void write(int project, String track, Light light, Runnable more) {
    json.writeStartObject();
    json.writeStringProperty("type", "Feature");
    json.writeStringProperty("id", row.code());
    json.writeName("geometry");
    GeoJson.write(json, row.shape());
    json.writeName("properties");
    json.writeStartObject();
    json.writeStringProperty("code", row.code());
    json.writeNumberProperty("version", row.version());
    json.writeStringProperty("name", row.name());
    json.writeNumberProperty("project", project);
    json.writeStringProperty("track", track);
    json.writeStringProperty("indicator", row.indicator());
    json.writeStringProperty("kind", row.kind());
    json.writeStringProperty("sensitivity", row.sensitivity());
    number("quantity", row.quantity());
    json.writeStringProperty("unit", row.unit());
    if (row.designLengthDm() > 0) line();
    if (!row.components().isEmpty()) components();
    townships();
    number("reportedQuantity", standing.reportedQuantity());
    number("verifiedQuantity", standing.verifiedQuantity());
    json.writeStringProperty("state", standing.state(row.quantity(), row.designLengthDm()));
    if (light != null) json.writeStringProperty("light", light.code());
    more.run();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void line() {
    json.writeNumberProperty("lengthM", row.designLengthDm() / 10.0);
    json.writeBooleanProperty("lengthFlagged", Math.abs(row.lengthMismatch()) > 0.03);
    ranges("reported", standing.reported());
    ranges("verified", standing.verified());
    if (standing.steps().isEmpty()) return;
    json.writeName("steps");
    json.writeStartObject();
    standing
        .steps()
        .forEach(
            (step, ranges) -> {
              json.writeName(step);
              json.writeStartObject();
              ranges("reported", ranges.reported());
              ranges("verified", ranges.verified());
              json.writeEndObject();
            });
    json.writeEndObject();
  }

  private void components() {
    texts("components", row.components());
    texts("reportedComponents", standing.reportedComponents());
    texts("verifiedComponents", standing.verifiedComponents());
  }

  private void townships() {
    json.writeName("townships");
    json.writeStartArray();
    for (TownshipShare share : row.shares()) {
      json.writeStartObject();
      json.writeStringProperty("code", share.townshipCode());
      json.writeNumberProperty("share", Math.round(share.share() * 1e6) / 1e6);
      if (!share.ranges().isEmpty()) ranges("ranges", share.ranges());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** {@code [[from, to], …]} in metres. */
  void ranges(String name, MeasureRanges ranges) {
    json.writeName(name);
    json.writeStartArray();
    for (MeasureRange range : ranges.ranges()) {
      json.writeStartArray();
      metres(range.fromDm());
      metres(range.toDm());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void metres(int dm) {
    if (dm % 10 == 0) json.writeNumber(dm / 10);
    else json.writeNumber(dm / 10.0);
  }

  private void texts(String name, Collection<String> texts) {
    json.writeName(name);
    json.writeStartArray();
    List.copyOf(texts).forEach(json::writeString);
    json.writeEndArray();
  }

  private void number(String name, BigDecimal value) {
    json.writeName(name);
    json.writeNumber(Percents.plain(value));
  }
}
