package org.waymark.township;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** SQL of the layers, their townships and the base map. */
@Component
class TownshipQueries {
  private static final GeometryFactory LON_LAT = new GeometryFactory(new PrecisionModel(), 4490);
  private final JdbcClient jdbc;

  record Layer(int version, byte[] contentSha256, String source) {}

  record BaseFeature(String name, Geometry geom, boolean schematic) {}

  TownshipQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
    return jdbc.sql(
            """
            select township_code, name, short_name, kind, st_asbinary(seat) as seat, st_asbinary(geom) as geom, schematic
            from core.township where district_code = :district and layer_version = :layer
            order by township_code
            """)
        .param("district", districtCode)
        .param("layer", layerVersion)
        .query(
            (row, n) ->
                new Township(
                    row.getString("township_code"),
                    row.getString("name"),
                    row.getString("short_name"),
                    row.getString("kind"),
                    (Point) geometry(row, "seat"),
                    (MultiPolygon) geometry(row, "geom"),
                    row.getBoolean("schematic")))
        .list();
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
    for (Township t : townships)
      jdbc.sql(
              """
              insert into core.township
                (district_code, layer_version, township_code, name, short_name, kind, seat, geom, schematic)
              values (:district, :layer, :code, :name, :short, :kind, st_geomfromwkb(:seat, 4490),
                st_geomfromwkb(:geom, 4490), :schematic)
              """)
          .param("district", districtCode)
          .param("layer", layerVersion)
          .param("code", t.code())
          .param("name", t.name())
          .param("short", t.shortName())
          .param("kind", t.kind())
          .param("seat", t.seat() == null ? null : new WKBWriter().write(t.seat()), Types.BINARY)
          .param("geom", new WKBWriter().write(t.geom()))
          .param("schematic", t.schematic())
          .update();
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

  private static BaseFeature base(ResultSet row) throws SQLException {
    return new BaseFeature(
        row.getString("name"), geometry(row, "geom"), row.getBoolean("schematic"));
  }

  /** EPSG:4490; null where there is none. */
  private static Geometry geometry(ResultSet row, String column) throws SQLException {
    byte[] wkb = row.getBytes(column);
    try {
      return wkb == null ? null : new WKBReader(LON_LAT).read(wkb);
    } catch (ParseException e) {
      throw new SQLException("stored geometry cannot be read", e);
    }
  }
}
