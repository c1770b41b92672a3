package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.WaymarkIT;
import org.waymark.tiles.VectorTile.Feature;

/** Beside {@code st_asmvt}, on shapes of every kind in and about a tile. */
@WaymarkIT
class TileWriterIT {
  private static final TileAddress AT = new TileAddress(13, 6555, 3392);
  @Autowired JdbcClient jdbc;

  /** Metres from the south-west of the tile, which is 4,892 m wide. */
  private static final String SHAPES =
      """
      with shape(number, code, kind, count, share, wkt) as (values
        (1, 'area', 'polygon', null, 0.5::float8, 'POLYGON((1000 1000, 3000 1000, 3000 3000, 1000 3000, 1000 1000), (1500 1500, 1500 2000, 2000 2000, 2000 1500, 1500 1500))'),
        (2, 'larger', 'polygon', 2, null, 'MULTIPOLYGON(((-900 -900, 4000 -900, 4000 4000, -900 4000, -900 -900)), ((4500 100, 4800 100, 4800 400, 4500 100)))'),
        (3, 'line', 'line', 300, 1, 'LINESTRING M(100 100 0, 200 100 10, 200 900 20, 700 900 30)'),
        (4, 'parts', 'line', 2, 0.5, 'MULTILINESTRING M((100 200 0, 900 200 10), (1000 200 10, 4800 4800 99))'),
        (5, 'through', 'line', 1, 0.5, 'LINESTRING(-9000 2000, 9000 2500)'),
        (6, 'outside', 'line', 1, 0.5, 'LINESTRING(-9000 -2000, 9000 -2500)'),
        (7, '', 'line', 1, 0.5, 'LINESTRING(10 10, 20 20, 30 10)'),
        (8, 'spot', 'point', 0, 0.5, 'POINT(2000 2000)'),
        (9, '路', 'point', 0, null, 'MULTIPOINT(100 3000, 2000 2000, 2100 2200)'),
        (10, 'in and out', 'line', 1, 0.5, 'LINESTRING M(1000 1000 0, 7000 1000 60, 7000 2000 70, 3000 2000 110, 3000 9000 180, 2000 9000 190, 2000 -700 287)'),
        (11, 'corner', 'line', 1, 0.5, 'LINESTRING(-1000 500, 500 -1000)'),
        (12, 'near a corner', 'line', 1, 0.5, 'LINESTRING(-1000 200, 200 -1000)'),
        (13, 'some', 'point', 0, null, 'MULTIPOINT(-100 2200, 9000 2000, 100 3000)'),
        (14, 'away', 'point', 0, null, 'POINT(9000 2000)'))
      , moved as (
        select number, nullif(code, '') as code, kind, count, share,
          st_translate(st_setsrid(st_geomfromtext(wkt), 3857), st_xmin(box), st_ymin(box)) as geom
        from shape, st_tileenvelope(13, 6555, 3392) box)
      """;

  @Test
  void writes_what_st_asmvt_would() {
    byte[] theirs =
        jdbc.sql(
                SHAPES
                    + """
                    select st_asmvt(f, 'footprints', 4096, 'geom') from (
                      select code, kind, count, share,
                        st_asmvtgeom(st_force2d(geom), st_tileenvelope(13, 6555, 3392), 4096, 256) as geom
                      from moved
                      order by st_dimension(geom) desc, code is distinct from 'larger', number) f
                    """)
            .query(byte[].class)
            .single();
    byte[] ours =
        jdbc.sql(
                SHAPES
                    + """
                    select array_send(array_agg(code)) as code, array_send(array_agg(kind)) as kind, array_send(array_agg(count)) as count,
                      array_send(array_agg(share)) as share, array_send(array_agg(
                        case when kind <> 'polygon' then st_astwkb(geom, 1, 0, 0)
                          else st_astwkb(st_asmvtgeom(geom, st_tileenvelope(13, 6555, 3392), 4096, 256), 0, 0, 0) end)) as geom
                    from moved
                    """)
            .query(
                rows -> {
                  TileWriter writer = new TileWriter("footprints", AT);
                  while (rows.next()) TileQueries.add(writer, rows);
                  return writer.tile();
                });
    List<Feature> expected = VectorTile.read(theirs).get(0).features();
    assertThat(expected).hasSize(11);
    assertThat(VectorTile.read(ours).get(0).extent()).isEqualTo(4096);
    assertThat(VectorTile.read(ours).get(0).version()).isEqualTo(2);
    List<Feature> written = VectorTile.read(ours).get(0).features();
    assertThat(written).hasSize(expected.size());
    for (int i = 0; i < written.size(); i++) {
      assertThat(written.get(i).properties()).isEqualTo(expected.get(i).properties());
      assertThat(written.get(i).type()).isEqualTo(expected.get(i).type());
      assertAlike(written.get(i).parts(), expected.get(i).parts());
    }
    assertThat(new TileWriter("footprints", AT).tile()).isEmpty();
  }

  /** Where a line was cut, the two round by ways of their own: a unit apart. */
  private static void assertAlike(List<List<int[]>> ours, List<List<int[]>> theirs) {
    assertThat(ours).hasSameSizeAs(theirs);
    for (int part = 0; part < ours.size(); part++) {
      assertThat(ours.get(part)).hasSameSizeAs(theirs.get(part));
      for (int i = 0; i < ours.get(part).size(); i++)
        for (int axis = 0; axis < 2; axis++)
          assertThat(ours.get(part).get(i)[axis])
              .isCloseTo(theirs.get(part).get(i)[axis], within(1));
    }
  }
}
