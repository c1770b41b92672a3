package org.waymark.township;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.waymark.problem.Problem;
import org.waymark.problem.Problem.Fault;

class GroundReadingTest {
  private static final String OUTLINE =
      feature("{\"code\":\"990001\",\"name\":\"试验区\"}", polygon("[[0,0],[9,0],[9,9],[0,9],[0,0]]"));
  private static final String RIVER =
      feature("{\"name\":\"河\"}", "{\"type\":\"LineString\",\"coordinates\":[[1,1],[2,2]]}");

  @Test
  void short_names_drop_what_kind_of_place_it_is() {
    assertThat(GroundReading.shortName("城东街道")).isEqualTo("城东");
    assertThat(GroundReading.shortName("阿蓬江镇")).isEqualTo("阿蓬江");
    assertThat(GroundReading.shortName("白土乡")).isEqualTo("白土");
    assertThat(GroundReading.shortName("镇")).isEqualTo("镇");
  }

  @Test
  void reads_townships_in_code_order() {
    GroundReading ground =
        read(
            OUTLINE,
            township("990001002", "乙镇", "[[2,2],[3,2],[3,3],[2,3],[2,2]]")
                + ","
                + township("990001001", "甲街道", "[[1,1],[2,1],[2,2],[1,2],[1,1]]"),
            RIVER);
    assertThat(ground.townships).extracting(Township::shortName).containsExactly("甲", "乙");
    assertThat(ground.townships.get(0).kind()).isEqualTo("街道");
  }

  @Test
  void tells_every_fault_of_every_file_at_once() {
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () ->
                read(
                    OUTLINE,
                    township("990001001", "甲镇", "[[0,0],[2,2],[2,0],[0,2],[0,0]]")
                        + ","
                        + township("880001001", "乙镇", "[[1,1],[2,1],[2,2],[1,2],[1,1]]")
                        + ","
                        + township("990001003", "丙镇", "[[29,108],[30,108],[30,109],[29,108]]")
                        + ","
                        + township("990001004", "丁镇", "[[500000,3000000],[1,1],[2,2],[1,1]]"),
                    feature("{}", "{\"type\":\"Point\",\"coordinates\":[1,1]}")));
    assertThat(problem.faults())
        .extracting(Fault::key)
        .containsExactlyInAnyOrder(
            "ground.crosses",
            "ground.townshipCode",
            "ground.swapped",
            "ground.outside",
            "ground.wrongType");
    assertThat(problem.faults())
        .filteredOn(f -> f.key().equals("ground.crosses"))
        .allSatisfy(
            f -> {
              assertThat(f.pointer()).isEqualTo("townships#/features/0/geometry");
              assertThat(f.args().get("number")).hasToString("1");
            });
  }

  @Test
  void refuses_a_file_that_is_no_collection() {
    Problem problem =
        catchThrowableOfType(
            Problem.class,
            () ->
                new GroundReading(
                    "990001",
                    new GroundFiles(bytes("[]"), bytes("{\"type\""), collection(RIVER), "test")));
    assertThat(problem.faults())
        .extracting(Fault::key)
        .containsExactlyInAnyOrder("ground.notACollection", "ground.notJson", "ground.noOutline");
  }

  private static GroundReading read(String outline, String townships, String rivers) {
    return new GroundReading(
        "990001",
        new GroundFiles(collection(outline), collection(townships), collection(rivers), "test"));
  }

  private static String township(String code, String name, String ring) {
    return feature("{\"code\":\"%s\",\"name\":\"%s\"}".formatted(code, name), polygon(ring));
  }

  private static String polygon(String ring) {
    return "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
  }

  private static String feature(String properties, String geometry) {
    return "{\"type\":\"Feature\",\"properties\":%s,\"geometry\":%s}"
        .formatted(properties, geometry);
  }

  private static byte[] collection(String features) {
    return bytes("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
