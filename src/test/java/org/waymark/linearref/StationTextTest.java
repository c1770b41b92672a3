package org.waymark.linearref;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.waymark.linearref.NotAStation.Reason;

class StationTextTest {
  @Example
  void writes_kilometres_and_three_digits_of_metres() {
    assertThat(StationText.format(3_500)).isEqualTo("K0+350");
    assertThat(StationText.format(10_200)).isEqualTo("K1+020");
    assertThat(StationText.format(861_234_507)).isEqualTo("K86123+450.7");
    assertThat(StationText.format(new MeasureRange(3_500, 11_200))).isEqualTo("K0+350–K1+120");
  }

  @Example
  void reads_a_range_however_people_type_it() {
    MeasureRange range = new MeasureRange(3_500, 11_200);
    for (String text :
        new String[] {
          "K0+350–K1+120",
          "K0+350-K1+120",
          "K0+350~K1+120",
          "k0+350 — k1+120",
          " K0 + 350 － K1 + 120 ",
          "Ｋ０＋３５０～Ｋ１＋１２０",
          "K0+350至K1+120",
          "K0+350-1+120",
          "K0+350.0–K1+120.00"
        }) assertThat(StationText.parseRange(text)).as(text).isEqualTo(range);
  }

  @Example
  void says_what_is_wrong() {
    assertThat(reason("350")).isEqualTo(Reason.FORM);
    assertThat(reason("K0+350")).isEqualTo(Reason.FORM);
    assertThat(reason("K0+350–K1+120–K2+000")).isEqualTo(Reason.FORM);
    assertThat(reason("K0-350–K1+120")).isEqualTo(Reason.FORM);
    assertThat(reason("K0+1350–K1+120")).isEqualTo(Reason.METRES);
    assertThat(reason("K0+350.25–K1+120")).isEqualTo(Reason.TOO_FINE);
    assertThat(reason("K0+350–K999999+120")).isEqualTo(Reason.TOO_LONG);
    assertThat(reason("K1+120–K0+350")).isEqualTo(Reason.ORDER);
    assertThat(reason("K1+120–K1+120")).isEqualTo(Reason.ORDER);
    assertThat(reason(null)).isEqualTo(Reason.FORM);
  }

  @Property
  void reads_what_it_writes(@ForAll @IntRange(max = 1_000_000_000) int dm) {
    assertThat(StationText.parse(StationText.format(dm))).isEqualTo(dm);
  }

  private static Reason reason(String text) {
    return catchThrowableOfType(NotAStation.class, () -> StationText.parseRange(text)).reason();
  }
}
