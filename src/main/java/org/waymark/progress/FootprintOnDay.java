package org.waymark.progress;

import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.waymark.linearref.MeasureRanges;
import org.waymark.progress.FootprintMapQueries.Row;

/**
 * A footprint in force on a day, with what was done of it by then.
 *
 * @param kind line, polygon or point
 * @param shape lon/lat; lines carry M in metres
 * @param lengthDm design length of a line in decimetres, else 0
 * @param attributes JSON object, as loaded
 * @param reported in decimetres; lines only
 * @param reportedQuantity in the footprint's unit; the same for verified
 * @param reportedShare of the whole, 0…1
 * @param state none, partly, reported or verified
 */
public record FootprintOnDay(
    String code,
    int version,
    String indicator,
    int project,
    String track,
    String name,
    String kind,
    Geometry shape,
    BigDecimal quantity,
    String unit,
    int lengthDm,
    List<String> components,
    String sensitivity,
    String attributes,
    MeasureRanges reported,
    MeasureRanges verified,
    BigDecimal reportedQuantity,
    BigDecimal verifiedQuantity,
    double reportedShare,
    double verifiedShare,
    String state) {

  static FootprintOnDay of(Row row, FootprintPlace place, FootprintStanding standing) {
    return new FootprintOnDay(
        row.code(),
        row.version(),
        row.indicator(),
        place.project(),
        place.track(),
        row.name(),
        row.kind(),
        row.shape(),
        row.quantity(),
        row.unit(),
        row.designLengthDm(),
        row.components(),
        row.sensitivity(),
        row.attributes(),
        standing.reported(),
        standing.verified(),
        standing.reportedQuantity(),
        standing.verifiedQuantity(),
        share(
            row,
            standing.reported(),
            standing.reportedComponents().size(),
            standing.reportedQuantity()),
        share(
            row,
            standing.verified(),
            standing.verifiedComponents().size(),
            standing.verifiedQuantity()),
        standing.state(row.quantity(), row.designLengthDm()));
  }

  private static double share(Row row, MeasureRanges done, int components, BigDecimal quantity) {
    if (row.designLengthDm() > 0)
      return Math.min(1, done.lengthDm() / (double) row.designLengthDm());
    if (!row.components().isEmpty()) return components / (double) row.components().size();
    return row.quantity().signum() == 0
        ? 0
        : Math.min(1, quantity.doubleValue() / row.quantity().doubleValue());
  }
}
