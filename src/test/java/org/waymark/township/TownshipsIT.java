package org.waymark.township;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.waymark.Ground;
import org.waymark.WaymarkIT;
import org.waymark.calendar.DistrictClock;

@WaymarkIT
class TownshipsIT {
  private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final String DISTRICT = "990101";
  @Autowired Townships townships;
  @Autowired DistrictClock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void a_new_layer_ends_the_one_before_and_the_same_files_are_no_new_layer() {
    int first = clock.at(JANUARY, () -> townships.load(DISTRICT, Ground.base(DISTRICT, "a")));
    assertThat(clock.at(JANUARY, () -> townships.load(DISTRICT, Ground.base(DISTRICT, "a"))))
        .isEqualTo(first);
    int second = clock.at(MARCH, () -> townships.load(DISTRICT, Ground.base(DISTRICT, "b")));
    assertThat(second).isEqualTo(first + 1);
    assertThat(townships.currentLayerVersion(DISTRICT)).isEqualTo(second);
    assertThat(townships.list(DISTRICT)).hasSize(30);
    assertThat(townships.list(DISTRICT).get(0))
        .extracting(Township::code, Township::name, Township::shortName, Township::kind)
        .containsExactly("990101001", "城东街道", "城东", "街道");
    assertThat(townships.list(DISTRICT).get(0).geom().getSRID()).isEqualTo(4490);
    assertThat(townships.listAsOf(DISTRICT, JANUARY.minusSeconds(1))).isEmpty();
    assertThat(townships.listAsOf(DISTRICT, JANUARY)).hasSize(30);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from core.township
                    where district_code = :district and st_srid(geom_3857) = 3857
                      and abs(st_x(st_centroid(geom_3857)) - 12110000) < 100000
                    """)
                .param("district", DISTRICT)
                .query(Integer.class)
                .single())
        .isEqualTo(60);
  }

  @Test
  void a_district_that_the_plan_named_keeps_its_name_under_its_first_outline() {
    String district = "990102";
    int layer = townships.load(district, Ground.base(district, "a"));
    jdbc.sql("update core.district set name = '新区', geom = null where district_code = '990102'")
        .update();
    townships.restore(district, layer, "b");
    assertThat(
            jdbc.sql("select name from core.district where district_code = '990102'")
                .query(String.class)
                .single())
        .isEqualTo("新区");
  }
}
