package org.waymark.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
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

/** Reviews accepted one after the other on one application; what each costs. */
final class ReviewRounds {
  static final int REPORTS = 120;

  private final ConfigurableApplicationContext context;
  private final int footprints;
  private final Completions completions;
  private final Photos photos;
  private final Caller crew;
  private final Caller reviewer;
  private final LongSupplier cpu;
  private int sent;

  /**
   * @param cpu nanoseconds that the application and its PostgreSQL have used
   */
  ReviewRounds(ConfigurableApplicationContext context, int footprints, LongSupplier cpu) {
    this.cpu = cpu;
    this.context = context;
    this.footprints = footprints;
    this.completions = context.getBean(Completions.class);
    this.photos = context.getBean(Photos.class);
    Accounts accounts = context.getBean(Accounts.class);
    make(accounts, "bench-crew", Role.ADMINISTRATOR);
    make(accounts, "bench-reviewer", Role.REVIEWER);
    crew = accounts.getCaller("bench-crew");
    reviewer = accounts.getCaller("bench-reviewer");
  }

  private static void make(Accounts accounts, String name, Role role) {
    if (accounts.find(name).isEmpty())
      accounts.create(new NewAccount(name, name, role, null, null, null), BenchData.PASSWORD);
  }

  /** CPU milliseconds per review. */
  double round() {
    List<UUID> reports = new ArrayList<>();
    for (int i = 0; i < REPORTS; i++) reports.add(send());
    long before = cpu.getAsLong();
    for (UUID report : reports)
      completions.review(
          reviewer, UUID.randomUUID(), new NewReview(report, 1, Verdict.ACCEPT, null));
    return (cpu.getAsLong() - before) / 1e6 / REPORTS;
  }

  private UUID send() {
    int number = sent++;
    String footprint =
        String.format(
            "01.1-%06d", 1 + (number * 7919) % Math.min(footprints, 1_000) * (footprints / 1_000));
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
}
