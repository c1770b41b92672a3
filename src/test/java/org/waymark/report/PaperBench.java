package org.waymark.report;

import java.io.IOException;
import java.util.Arrays;
import org.springframework.context.ConfigurableApplicationContext;
import org.waymark.access.Accounts;
import org.waymark.access.Caller;
import org.waymark.access.NewAccount;
import org.waymark.access.Role;
import org.waymark.bench.BenchDistrict;
import org.waymark.calendar.DistrictClock;

/** The monthly brief and the A3 map at 5,000 footprints: the first, and the median of the next. */
public final class PaperBench {
  private static final int ROUNDS = 7;

  private PaperBench() {}

  public static void main(String[] args) {
    int code = 1;
    try (ConfigurableApplicationContext context = BenchDistrict.open(5_000, false)) {
      Accounts accounts = context.getBean(Accounts.class);
      accounts.create(
          new NewAccount("bench-planner", "planner", Role.PLANNER, null, null, null),
          "bench-password-1");
      Caller caller = accounts.getCaller("bench-planner");
      Papers papers = context.getBean(Papers.class);
      var today = context.getBean(DistrictClock.class).today();
      measure(
          "monthly brief (limit 10,000 ms)",
          () -> MonthlyBrief.write(papers.ofDay(caller, BenchDistrict.KEY, today)));
      measure(
          "A3 map sheet",
          () ->
              papers.map(
                  caller,
                  BenchDistrict.KEY,
                  false,
                  MapSheet.Size.A3,
                  papers.ofDay(caller, BenchDistrict.KEY, today)));
      code = 0;
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
    }
    // The application's threads would keep a failed run alive.
    System.exit(code);
  }

  private static void measure(String what, Runnable paper) {
    double first = once(paper);
    double[] next = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) next[i] = once(paper);
    Arrays.sort(next);
    System.out.printf(
        "[papers] %s at 5,000 footprints: first %.0f ms, then %.0f ms%n",
        what, first, next[ROUNDS / 2]);
  }

  private static double once(Runnable paper) {
    long before = System.nanoTime();
    paper.run();
    return (System.nanoTime() - before) / 1e6;
  }
}
