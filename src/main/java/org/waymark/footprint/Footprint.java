package org.waymark.footprint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.waymark.plan.PlanKey;

/** What stays of a footprint while its versions change: its code and its indicator. */
@Entity
@Table(name = "footprint")
class Footprint {
  @Embeddable
  record Id(
      @Column(name = "district_code") String districtCode,
      @Column(name = "plan_year") int planYear,
      @Column(name = "footprint_code") String footprintCode) {}

  @EmbeddedId private Id id;
  private String indicatorCode;

  protected Footprint() {}

  Footprint(PlanKey key, String code, String indicatorCode) {
    this.id = new Id(key.districtCode(), key.year(), code);
    this.indicatorCode = indicatorCode;
  }
}
