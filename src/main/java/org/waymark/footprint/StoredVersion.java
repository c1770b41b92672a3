package org.waymark.footprint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Formula;
import org.locationtech.jts.geom.Geometry;
import org.waymark.plan.Indicator.GeometryKind;
import org.waymark.plan.PlanKey;
import org.waymark.plan.Sensitivity;

/** One version as stored; only its end is ever changed. */
@Entity
@Table(name = "footprint_version")
class StoredVersion {
  @Embeddable
  record Id(
      @Column(name = "district_code") String districtCode,
      @Column(name = "plan_year") int planYear,
      @Column(name = "footprint_code") String footprintCode,
      int version) {}

  @EmbeddedId private Id id;

  /** Of the footprint. */
  @Formula(
      "(select f.indicator_code from core.footprint f where f.district_code = district_code"
          + " and f.plan_year = plan_year and f.footprint_code = footprint_code)")
  private String indicatorCode;

  private Instant knownFrom;
  private Instant knownTo;
  private String name;
  private String geometryKind;
  private Geometry geom;

  /** EWKB with M. */
  @ColumnTransformer(read = "st_asewkb(measured)", write = "st_geomfromewkb(?)")
  private byte[] measured;

  private BigDecimal designQuantity;
  private String unit;

  @Column(name = "length_m")
  private Double lengthM;

  private Integer designLengthDm;
  private Double lengthMismatch;
  private String[] components;
  private String sensitivity;

  @ColumnTransformer(read = "attributes::text", write = "?::jsonb")
  private String attributes;

  private String source;

  @Column(name = "content_sha256")
  private byte[] contentSha256;

  protected StoredVersion() {}

  StoredVersion(PlanKey key, int version, Draft draft, Instant knownFrom, String source) {
    this.id = new Id(key.districtCode(), key.year(), draft.code(), version);
    this.indicatorCode = draft.indicatorCode();
    this.knownFrom = knownFrom;
    this.name = draft.name();
    this.geometryKind = draft.kind().name().toLowerCase(Locale.ROOT);
    this.geom = draft.geom();
    if (draft.line() != null) {
      this.measured = MeasuredBytes.write(draft.line().toMeasured());
      this.lengthM = draft.line().geodesicLengthM();
      this.designLengthDm = draft.line().lengthDm();
      this.lengthMismatch = draft.lengthMismatch();
    }
    this.designQuantity = draft.quantity();
    this.unit = draft.unit();
    this.components = draft.components().toArray(String[]::new);
    this.sensitivity = draft.sensitivity().name().toLowerCase(Locale.ROOT);
    this.attributes = Attributes.write(draft.attributes());
    this.source = source;
    this.contentSha256 = draft.contentSha256();
  }

  /** The same content once more. */
  StoredVersion(StoredVersion of, int version, Instant knownFrom, String source) {
    this.id = new Id(of.id.districtCode(), of.id.planYear(), of.id.footprintCode(), version);
    this.indicatorCode = of.indicatorCode;
    this.knownFrom = knownFrom;
    this.name = of.name;
    this.geometryKind = of.geometryKind;
    this.geom = of.geom;
    this.measured = of.measured;
    this.designQuantity = of.designQuantity;
    this.unit = of.unit;
    this.lengthM = of.lengthM;
    this.designLengthDm = of.designLengthDm;
    this.lengthMismatch = of.lengthMismatch;
    this.components = of.components;
    this.sensitivity = of.sensitivity;
    this.attributes = of.attributes;
    this.source = source;
    this.contentSha256 = of.contentSha256;
  }

  FootprintVersion toVersion() {
    Map<String, Object> read = Attributes.read(attributes);
    return new FootprintVersion(
        id.footprintCode(),
        id.version(),
        indicatorCode,
        name,
        GeometryKind.valueOf(geometryKind.toUpperCase(Locale.ROOT)),
        measured == null ? geom : MeasuredBytes.read(measured),
        designQuantity,
        unit,
        designLengthDm == null ? 0 : designLengthDm,
        lengthM == null ? 0 : lengthM,
        lengthMismatch == null ? 0 : lengthMismatch,
        List.of(components),
        Sensitivity.valueOf(sensitivity.toUpperCase(Locale.ROOT)),
        read,
        knownFrom,
        knownTo,
        source);
  }
}
