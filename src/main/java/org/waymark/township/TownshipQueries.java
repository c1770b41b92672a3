package org.waymark.township;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the layers and the base map; townships themselves are entities. */
@Component
class TownshipQueries {
  private final JdbcClient jdbc;
  private final EntityManager entities;

  record Layer(int version, byte[] contentSha256, String source) {}

  record BaseFeature(String name, Geometry geom, boolean schematic) {}

  TownshipQueries(JdbcClient jdbc, EntityManager entities) {
    this.jdbc = jdbc;
    this.entities = entities;
  }

  Optional<Layer> findLayerAsOf(String districtCode, Instant instant) {
    return jdbc.sql(
            """
            select layer_version, content_sha256, source from core.township_layer
            where district_code = :district and known_from <= :at and (known_to is null or known_to > :at)
            """)
        .param("district", districtCode)
        .param("at", instant.atOffset(ZoneOffset.UTC))
        .query((row, n) -> new Layer(row.getInt(1), row.getBytes(2), row.getString(3)))
        .optional();
  }

  List<Township> list(String districtCode, int layerVersion) {
    return entities
        .createQuery(
            """
            from StoredTownship t where t.id.districtCode = :district and t.id.layerVersion = :layer
            order by t.id.townshipCode
            """,
            StoredTownship.class)
        .setParameter("district", districtCode)
        .setParameter("layer", layerVersion)
        .getResultStream()
        .map(StoredTownship::toTownship)
        .toList();
  }

  void saveOutline(
      String districtCode, String name, Geometry geom, boolean schematic, String source) {
    jdbc.sql(
            """
            insert into core.district (district_code, name, geom, schematic, source)
            values (:district, :name, st_geomfromwkb(:geom, 4490), :schematic, :source)
            on conflict (district_code) do update
              set name = excluded.name, geom = excluded.geom, schematic = excluded.schematic,
                  source = excluded.source
            """)
        .param("district", districtCode)
        .param("name", name)
        .param("geom", new WKBWriter().write(geom))
        .param("schematic", schematic)
        .param("source", source)
        .update();
  }

  /** As the plan named it, also before it has an outline. */
  Optional<String> findDistrictName(String districtCode) {
    return jdbc.sql("select name from core.district where district_code = :district")
        .param("district", districtCode)
        .query(String.class)
        .optional();
  }

  Optional<BaseFeature> findOutline(String districtCode) {
    return jdbc.sql(
            """
            select name, st_asbinary(geom) as geom, schematic from core.district
            where district_code = :district and geom is not null
            """)
        .param("district", districtCode)
        .query((row, n) -> base(row))
        .optional();
  }

  /** Returns the version of the new layer; the one before ends at {@code knownFrom}. */
  int openLayer(String districtCode, Instant knownFrom, String source, byte[] contentSha256) {
    OffsetDateTime from = knownFrom.atOffset(ZoneOffset.UTC);
    jdbc.sql(
            """
            update core.township_layer set known_to = :from
            where district_code = :district and known_to is null
            """)
        .param("district", districtCode)
        .param("from", from)
        .update();
    return jdbc.sql(
            """
            insert into core.township_layer (district_code, layer_version, known_from, source, content_sha256)
            select :district, coalesce(max(layer_version), 0) + 1, :from, :source, :hash
            from core.township_layer where district_code = :district
            returning layer_version
            """)
        .param("district", districtCode)
        .param("from", from)
        .param("source", source)
        .param("hash", contentSha256)
        .query(Integer.class)
        .single();
  }

  void save(String districtCode, int layerVersion, List<Township> townships) {
    townships.forEach(t -> entities.persist(new StoredTownship(districtCode, layerVersion, t)));
    entities.flush();
  }

  void replaceRivers(String districtCode, List<BaseFeature> rivers) {
    jdbc.sql("delete from core.base_feature where district_code = :district and layer = 'river'")
        .param("district", districtCode)
        .update();
    for (int i = 0; i < rivers.size(); i++)
      jdbc.sql(
              """
              insert into core.base_feature (district_code, layer, feature_no, name, geom, schematic)
              values (:district, 'river', :number, :name, st_geomfromwkb(:geom, 4490), :schematic)
              """)
          .param("district", districtCode)
          .param("number", i + 1)
          .param("name", rivers.get(i).name())
          .param("geom", new WKBWriter().write(rivers.get(i).geom()))
          .param("schematic", rivers.get(i).schematic())
          .update();
  }

  List<BaseFeature> listRivers(String districtCode) {
    return jdbc.sql(
            """
            select name, st_asbinary(geom) as geom, schematic from core.base_feature
            where district_code = :district and layer = 'river' order by feature_no
            """)
        .param("district", districtCode)
        .query((row, n) -> base(row))
        .list();
  }

  private static BaseFeature base(java.sql.ResultSet row) throws java.sql.SQLException {
    try {
      return new BaseFeature(
          row.getString("name"),
          new WKBReader().read(row.getBytes("geom")),
          row.getBoolean("schematic"));
    } catch (ParseException e) {
      throw new java.sql.SQLException("stored geometry cannot be read", e);
    }
  }
}
