package org.waymark.bench;

import java.io.IOException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A review accepted → roll-up updated: CPU per report (this process and its PostgreSQL) with few
 * and with many footprints, in turns in one run. A report and its photo are sent before the clock
 * starts; what is measured is the review.
 */
public final class RollUpBench {
  private static final int ROUNDS = 5;

  private RollUpBench() {}

  public static void main(String[] args) {
    int code = 1;
    try {
      measure();
      code = 0;
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
    }
    // Threads of the two applications would keep a failed run alive.
    System.exit(code);
  }

  private static void measure() throws IOException {
    int few = 1_000;
    int many = Integer.getInteger("bench.footprints", 200_000);
    try (ConfigurableApplicationContext smaller = BenchDistrict.open(few, false);
        ConfigurableApplicationContext larger = BenchDistrict.open(many, false)) {
      ReviewRounds small = new ReviewRounds(smaller, few, BenchDistrict::cpuNanos);
      ReviewRounds large = new ReviewRounds(larger, many, BenchDistrict::cpuNanos);
      small.round();
      large.round();
      double[] smallMs = new double[ROUNDS];
      double[] largeMs = new double[ROUNDS];
      double[] ratios = new double[ROUNDS];
      for (int i = 0; i < ROUNDS; i++) {
        smallMs[i] = small.round();
        largeMs[i] = large.round();
        ratios[i] = largeMs[i] / smallMs[i];
      }
      System.out.printf(
          "%nreview accepted → roll-up updated, CPU per report (JVM + PostgreSQL), median of %d rounds of %d%n",
          ROUNDS, ReviewRounds.REPORTS);
      System.out.printf(
          "  %,9d footprints  %6.2f ms%n  %,9d footprints  %6.2f ms%n  ratio %.2f (reach: at most 1.5)%n",
          few, Table.median(smallMs), many, Table.median(largeMs), Table.median(ratios));
    }
  }
}
