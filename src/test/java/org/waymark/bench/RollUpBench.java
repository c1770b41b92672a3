package org.waymark.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.completion.CitedPhoto;
import org.waymark.completion.CompletionReport;
import org.waymark.completion.CompletionReport.Kind;
import org.waymark.completion.CompletionReport.Method;
import org.waymark.completion.CompletionReport.MetreRange;
import org.waymark.completion.Completions;
import org.waymark.completion.NewReview;
import org.waymark.completion.NewReview.Verdict;
import org.waymark.evidence.Photos;

/**
 * A review accepted → roll-up updated: CPU per report (this process and its PostgreSQL) with few
 * and with many footprints, in turns in one run. A report and its photo are sent before the clock
 * starts; what is measured is {@link Completions#review}.
 */
public final class RollUpBench {
  private static final int ROUNDS = 5;
  private static final int REPORTS = 120;

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
    try (Side small = Side.open(few);
        Side large = Side.open(many)) {
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
          ROUNDS, REPORTS);
      System.out.printf(
          "  %,9d footprints  %6.2f ms%n  %,9d footprints  %6.2f ms%n  ratio %.2f (reach: at most 1.5)%n",
          few, median(smallMs), many, median(largeMs), median(ratios));
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** One application on one database. */
  private static final class Side implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final int footprints;
    private final Completions completions;
    private final Photos photos;
    private final Caller crew;
    private final Caller reviewer;
    private int sent;

    private Side(ConfigurableApplicationContext context, int footprints) {
      this.context = context;
      this.footprints = footprints;
      this.completions = context.getBean(Completions.class);
      this.photos = context.getBean(Photos.class);
      Accounts accounts = context.getBean(Accounts.class);
      accounts.create(
          new NewAccount("bench-crew", "crew", Role.ADMINISTRATOR, null, null, null),
          "bench-password-1");
      accounts.create(
          new NewAccount("bench-reviewer", "reviewer", Role.REVIEWER, null, null, null),
          "bench-password-1");
      crew = accounts.getCaller("bench-crew");
      reviewer = accounts.getCaller("bench-reviewer");
    }

    static Side open(int footprints) throws IOException {
      return new Side(BenchDistrict.open(footprints, false), footprints);
    }

    /** CPU milliseconds per review. */
    double round() {
      List<UUID> reports = new ArrayList<>();
      for (int i = 0; i < REPORTS; i++) reports.add(send());
      long before = BenchDistrict.cpuNanos();
      for (UUID report : reports)
        completions.review(
            reviewer, UUID.randomUUID(), new NewReview(report, 1, Verdict.ACCEPT, null));
      return (BenchDistrict.cpuNanos() - before) / 1e6 / REPORTS;
    }

    private UUID send() {
      int number = sent++;
      String footprint =
          String.format(
              "01.1-%06d",
              1 + (number * 7919) % Math.min(footprints, 1_000) * (footprints / 1_000));
      byte[] jpeg = BenchPhoto.jpeg(context.hashCode() + number);
      String sha256 = HexFormat.of().formatHex(BenchPhoto.sha256(jpeg));
      photos.store(crew, sha256, jpeg);
      UUID id = UUID.randomUUID();
      double from = (number * 37) % 900;
      Instant observed = Instant.parse("2026-05-20T01:00:00Z");
      completions.submit(
          crew,
          BenchDistrict.KEY,
          id,
          new CompletionReport(
              footprint,
              1,
              Kind.DONE,
              null,
              new MetreRange(from, from + 50),
              null,
              null,
              null,
              observed,
              Method.GPS,
              6.0,
              List.of(new CitedPhoto(sha256, observed, 108.7, 29.5, 6.0, 0.0)),
              null));
      return id;
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
