package org.waymark.township;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;

/** A township of one layer; never changed once stored. */
@Entity
@Table(name = "township")
class StoredTownship {
  @Embeddable
  record Id(
      @Column(name = "district_code") String districtCode,
      @Column(name = "layer_version") int layerVersion,
      @Column(name = "township_code") String townshipCode) {}

  @EmbeddedId private Id id;
  private String name;
  private String shortName;
  private String kind;
  private Point seat;
  private MultiPolygon geom;
  private boolean schematic;

  protected StoredTownship() {}

  StoredTownship(String districtCode, int layerVersion, Township township) {
    this.id = new Id(districtCode, layerVersion, township.code());
    this.name = township.name();
    this.shortName = township.shortName();
    this.kind = township.kind();
    this.seat = township.seat();
    this.geom = township.geom();
    this.schematic = township.schematic();
  }

  Township toTownship() {
    return new Township(id.townshipCode(), name, shortName, kind, seat, geom, schematic);
  }
}
