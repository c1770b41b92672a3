package org.waymark.features;

import static org.waymark.features.Property.date;
import static org.waymark.features.Property.integer;
import static org.waymark.features.Property.number;
import static org.waymark.features.Property.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.waymark.features.FeatureType.Subject;
import org.waymark.features.Property.Type;

/** All collections. The internal ones have ids of their own, so that an address has one answer. */
final class FeatureTypes {
  static final String INTERNAL = "internal-";
  private static final Property DAY = date("day", "day");
  private static final Property PROJECT = integer("project", "project_number");
  private static final Property TRACK = text("track", "track_code");
  private static final Property INDICATOR = text("indicator", "indicator_code");
  private static final Property NAME = text("name", "name");
  private static final Property KIND = text("kind", "geometry_kind");
  private static final Property STATE = text("state", "state");
  private static final Property UNIT = text("unit", "unit");
  private static final Property LENGTH = number("lengthM", "length_m");
  private static final Property VERSION = integer("version", "version");
  private static final Property SENSITIVITY = text("sensitivity", "sensitivity");
  private static final Property TOWNSHIP = text("township", "township_code");
  private static final Property LIGHT = text("light", "light");
  private static final Property CODE = text("code", "footprint_code");
  private static final List<Property> RANGE =
      List.of(text("status", "status"), number("fromM", "from_m"), number("toM", "to_m"), LENGTH);
  private static final Property FROM_DM = integer("fromDm", "from_dm");

  private static final List<FeatureType> ALL =
      List.of(
          townships(),
          footprints(),
          completed(),
          progress(),
          internalTownships(),
          internalFootprints(),
          internalCompleted(),
          internalProgress());

  private FeatureTypes() {}

  /** In the order they are listed. */
  static List<FeatureType> list(boolean internalToo) {
    return ALL.stream().filter(t -> t.open() || internalToo).toList();
  }

  static Optional<FeatureType> find(String id) {
    return ALL.stream().filter(t -> t.id().equals(id)).findFirst();
  }

  private static FeatureType townships() {
    return open(
        Subject.TOWNSHIPS,
        List.of(
            text("code", "township_code"),
            NAME,
            text("shortName", "short_name"),
            text("kind", "kind"),
            LIGHT,
            DAY),
        List.of(TOWNSHIP),
        true);
  }

  private static FeatureType footprints() {
    return open(
        Subject.FOOTPRINTS,
        List.of(
            NAME,
            PROJECT,
            TRACK,
            INDICATOR,
            KIND,
            STATE,
            LENGTH,
            number("reportedM", "reported_m"),
            number("verifiedM", "verified_m"),
            DAY),
        List.of(text("id", "footprint_id")),
        true);
  }

  private static FeatureType completed() {
    Property footprint = text("footprint", "footprint_id");
    return open(
        Subject.COMPLETED,
        join(List.of(footprint, NAME, PROJECT, TRACK, INDICATOR), RANGE, List.of(DAY)),
        List.of(footprint, RANGE.get(0), FROM_DM),
        false);
  }

  private static FeatureType progress() {
    return open(
        Subject.PROGRESS,
        List.of(
            TOWNSHIP,
            text("townshipName", "township_name"),
            PROJECT,
            TRACK,
            INDICATOR,
            NAME,
            UNIT,
            number("target", "target"),
            number("reported", "reported"),
            number("verified", "verified"),
            number("verifiedPercent", "verified_percent"),
            number("plannedPercent", "planned_percent"),
            LIGHT,
            new Property("withheld", "withheld", Type.BOOLEAN),
            DAY),
        List.of(TOWNSHIP, INDICATOR),
        true);
  }

  private static FeatureType internalTownships() {
    Property knownFrom = new Property("knownFrom", "known_from", Type.INSTANT);
    return internal(
        Subject.TOWNSHIPS,
        List.of(
            text("code", "township_code"),
            NAME,
            text("shortName", "short_name"),
            text("kind", "kind"),
            LIGHT,
            knownFrom),
        List.of(TOWNSHIP),
        knownFrom,
        true);
  }

  private static FeatureType internalFootprints() {
    Property knownFrom = new Property("knownFrom", "known_from", Type.INSTANT);
    return internal(
        Subject.FOOTPRINTS,
        List.of(
            CODE,
            NAME,
            PROJECT,
            TRACK,
            INDICATOR,
            KIND,
            VERSION,
            SENSITIVITY,
            STATE,
            UNIT,
            number("quantity", "design_quantity"),
            number("reportedQuantity", "reported_quantity"),
            number("verifiedQuantity", "verified_quantity"),
            LENGTH,
            knownFrom),
        List.of(CODE),
        knownFrom,
        true);
  }

  private static FeatureType internalCompleted() {
    Property changedOn = date("changedOn", "changed_on");
    Property footprint = text("footprint", "footprint_code");
    return internal(
        Subject.COMPLETED,
        join(
            List.of(footprint, NAME, PROJECT, TRACK, INDICATOR, VERSION, SENSITIVITY),
            RANGE,
            List.of(changedOn)),
        List.of(footprint, RANGE.get(0), FROM_DM),
        changedOn,
        false);
  }

  private static FeatureType internalProgress() {
    return internal(
        Subject.PROGRESS,
        List.of(
            TOWNSHIP,
            text("townshipName", "township_name"),
            PROJECT,
            TRACK,
            text("part", "part_code"),
            NAME,
            UNIT,
            number("target", "target"),
            number("reported", "reported"),
            number("verified", "verified"),
            number("reportedPercent", "reported_percent"),
            number("verifiedPercent", "verified_percent"),
            number("plannedPercent", "planned_percent"),
            number("gap", "gap"),
            LIGHT,
            new Property("districtWide", "district_wide", Type.BOOLEAN),
            DAY),
        List.of(TOWNSHIP, text("part", "part_code")),
        DAY,
        true);
  }

  private static FeatureType open(
      Subject subject, List<Property> properties, List<Property> key, boolean mercator) {
    return new FeatureType(
        subject.code(), subject, true, properties, key, DAY, mercator, !mercator);
  }

  private static FeatureType internal(
      Subject subject,
      List<Property> properties,
      List<Property> key,
      Property temporal,
      boolean mercator) {
    return new FeatureType(
        INTERNAL + subject.code(), subject, false, properties, key, temporal, mercator, !mercator);
  }

  private static List<Property> join(
      List<Property> first, List<Property> second, List<Property> third) {
    return Stream.of(first, second, third).flatMap(List::stream).toList();
  }
}
