package org.waymark.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waymark.intake.Mapping.From;

class MappingGuessTest {
  @Test
  void chinese_headers() {
    Mapping guess = MappingGuess.of(List.of("FID", "路段编号", "指标编码", "路段名称", "设计里程(km)", "备注"));
    assertThat(guess.from("code")).isEqualTo(new From("路段编号", null));
    assertThat(guess.from("indicator")).isEqualTo(new From("指标编码", null));
    assertThat(guess.from("name")).isEqualTo(new From("路段名称", null));
    assertThat(guess.from("quantity")).isEqualTo(new From("设计里程(km)", null));
    assertThat(guess.from("unit")).isEqualTo(new From(null, "km"));
  }

  @Test
  void our_own_headers_before_others_that_would_fit() {
    Mapping guess =
        MappingGuess.of(
            List.of("road_code", "code", "Shape_Length", "length_m", "name", "quantity", "unit"));
    assertThat(guess.from("code")).isEqualTo(new From("code", null));
    assertThat(guess.from("quantity")).isEqualTo(new From("quantity", null));
    assertThat(guess.from("unit")).isEqualTo(new From("unit", null));
    assertThat(guess.from("indicator")).isNull();
  }

  @Test
  void a_route_and_chainage_together_or_neither() {
    Mapping whole = MappingGuess.of(List.of("路线编码", "起点桩号", "终点桩号", "名称"));
    assertThat(whole.byChainage()).isTrue();
    assertThat(whole.from("route")).isEqualTo(new From("路线编码", null));
    assertThat(whole.from("to_station")).isEqualTo(new From("终点桩号", null));
    assertThat(whole.from("code")).isNull();
    assertThat(MappingGuess.of(List.of("路线名称", "起止桩号")).byChainage()).isTrue();
    Mapping half = MappingGuess.of(List.of("路线名称", "起点桩号", "编码"));
    assertThat(half.byChainage()).isFalse();
    assertThat(half.from("route")).isNull();
    assertThat(half.from("name")).isEqualTo(new From("路线名称", null));
  }

  @Test
  void units_in_headers() {
    assertThat(MappingGuess.unitOf("里程_km")).isEqualTo("km");
    assertThat(MappingGuess.unitOf("长度（米）")).isEqualTo("m");
    assertThat(MappingGuess.unitOf("长度_m")).isEqualTo("m");
    assertThat(MappingGuess.unitOf("面积(平方米)")).isEqualTo("m²");
    assertThat(MappingGuess.unitOf("名称")).isNull();
  }
}
