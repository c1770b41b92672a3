package org.waymark.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What was measured beside what it should reach; each row is told as it comes, all at the end. */
public final class Table {
  private record Row(String number, String what, String measured, String reach, boolean short_) {}

  private static final String ABSENT = "—";

  private final List<Row> rows = new ArrayList<>();

  public void atLeast(String number, String what, double measured, double reach) {
    add(number, what, measured, "at least " + plain(reach), measured < reach);
  }

  public void atMost(String number, String what, double measured, double reach) {
    add(number, what, measured, "at most " + plain(reach), measured > reach);
  }

  /** Could not be measured here. */
  void absent(String number, String what, String why) {
    add(new Row(number, what, ABSENT, why, false));
  }

  private void add(String number, String what, double measured, String reach, boolean fallsShort) {
    add(new Row(number, what, plain(measured), reach, fallsShort));
  }

  private void add(Row row) {
    rows.add(row);
    System.out.println(text(row));
  }

  /** The rows in their order, then those without a figure and those that fall short. */
  void print(String title) {
    if (rows.isEmpty()) return;
    System.out.printf("%n%s%n%n", title);
    rows.stream()
        .sorted((a, b) -> Integer.compare(order(a), order(b)))
        .forEach(row -> System.out.println(text(row)));
    List<Row> short_ = rows.stream().filter(Row::short_).toList();
    List<Row> absent = rows.stream().filter(r -> r.measured().equals(ABSENT)).toList();
    if (!absent.isEmpty())
      System.out.printf(
          "%n%d not measured: %s%n",
          absent.size(),
          String.join("; ", absent.stream().map(r -> r.number() + " " + r.what()).toList()));
    if (short_.isEmpty() && absent.isEmpty())
      System.out.println("\nEvery row reaches what it should.");
    if (!short_.isEmpty())
      System.out.printf(
          "%n%d of %d fall short: %s%n",
          short_.size(),
          rows.size(),
          String.join(
              "; ",
              short_.stream().map(r -> r.number() + " " + r.what() + " " + r.measured()).toList()));
  }

  private static String text(Row row) {
    return String.format(
        Locale.ROOT,
        "%3s  %-62s %9s   %-16s %s",
        row.number(),
        row.what(),
        row.measured(),
        row.reach(),
        row.short_() ? "FALLS SHORT" : "");
  }

  private static int order(Row row) {
    return Integer.parseInt(row.number().replaceAll("\\D", ""));
  }

  private static String plain(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e9)
      return String.format(Locale.ROOT, "%,.0f", value);
    return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.2f", value);
  }

  public static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  public static double median(Collection<Double> values) {
    return median(values.stream().mapToDouble(v -> v).toArray());
  }
}
