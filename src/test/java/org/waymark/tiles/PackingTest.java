package org.waymark.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class PackingTest {
  @Test
  void what_is_packed_comes_out_again() throws IOException {
    Random random = new Random(3);
    for (int size : new int[] {0, 1, 10, 1_000, 65_536, 300_000})
      for (int kinds : new int[] {1, 4, 256}) {
        byte[] plain = new byte[size];
        for (int i = 0; i < size; i++) plain[i] = (byte) random.nextInt(kinds);
        byte[] packed = Packing.gzip(plain);
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
          assertThat(in.readAllBytes()).isEqualTo(plain);
        }
        assertThat(packed).isEqualTo(Packing.gzip(plain));
        if (kinds == 1 && size > 1_000) assertThat(packed.length).isLessThan(size / 50);
      }
  }
}
