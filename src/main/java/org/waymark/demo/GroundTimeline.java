package org.waymark.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.waymark.demo.Entry.FieldReport;
import org.waymark.demo.Entry.Part;
import org.waymark.demo.Entry.Shot;
import org.waymark.footprint.FootprintVersion;
import org.waymark.footprint.TownshipShare;
import org.waymark.linearref.MeasureRange;
import org.waymark.linearref.MeasureRanges;
import org.waymark.plan.Indicator.GeometryKind;

/** Turns the course of one mapped indicator into field reports on its footprints. */
final class GroundTimeline {
  private static final int LONG_LINE_DM = 20_000;
  private final String indicator;
  private final History.Ground ground;
  private final Curve curve;
  private final List<Site> sites;
  private final ZoneId zone;

  /**
   * @param township where most of the footprint lies
   */
  record Site(FootprintVersion footprint, String township, List<TownshipShare> shares) {
    /** Whose crew reports a part: where most of its range lies. */
    String townshipOf(Part part) {
      if (part.toDm() == 0) return township;
      MeasureRanges range = MeasureRanges.of(new MeasureRange(part.fromDm(), part.toDm()));
      return shares.stream()
          .filter(s -> !s.townshipCode().isEmpty() && !s.ranges().intersect(range).isEmpty())
          .max(Comparator.comparingLong(s -> s.ranges().intersect(range).lengthDm()))
          .map(TownshipShare::townshipCode)
          .orElse(township);
    }

    double weight() {
      return footprint.kind() == GeometryKind.LINE
          ? footprint.designLengthDm()
          : footprint.designQuantity().doubleValue();
    }
  }

  GroundTimeline(String indicator, History.Ground ground, List<Site> sites, ZoneId zone) {
    this.indicator = indicator;
    this.ground = ground;
    this.curve = Curve.of(ground.curve());
    this.sites = sites;
    this.zone = zone;
  }

  List<FieldReport> entries() {
    return switch (ground.mode()) {
      case GRADUAL -> gradual((site, share) -> lineParts(site, share));
      case QUANTITY -> gradual((site, share) -> quantityParts(site, share));
      case ONE_BY_ONE -> oneByOne();
    };
  }

  private interface Parts {
    /**
     * @param shares share done after each report, rising
     */
    List<Part> of(Site site, List<Double> shares);
  }

  private List<FieldReport> gradual(Parts parts) {
    double all = sites.stream().mapToDouble(Site::weight).sum();
    double slow = sites.stream().filter(this::isSlow).mapToDouble(Site::weight).sum();
    List<FieldReport> reports = new ArrayList<>();
    for (Site site : sites) {
      Function<LocalDate, Double> share =
          day -> {
            double wanted = curve.at(day);
            if (slow == 0 || slow == all) return wanted;
            double there = wanted * ground.slowFactor();
            return isSlow(site) ? there : Math.min(1, (wanted * all - there * slow) / (all - slow));
          };
      List<LocalDate> days = reportDays(site);
      List<Part> made = parts.of(site, days.stream().map(share).toList());
      for (int i = 0; i < days.size(); i++)
        if (made.get(i) != null) reports.add(report(site, days.get(i), made.get(i), i));
    }
    return reports;
  }

  private List<LocalDate> reportDays(Site site) {
    TreeSet<LocalDate> days = new TreeSet<>();
    if (ground.ensure() != null) ground.ensure().forEach(day -> days.add(workday(day)));
    LocalDate first =
        curve
            .points()
            .firstKey()
            .plusDays(Chance.below(ground.everyDays(), "first", site.footprint().code()) + 1L);
    for (LocalDate day = first;
        !day.isAfter(curve.points().lastKey());
        day = day.plusDays(ground.everyDays())) days.add(workday(day));
    days.add(workday(curve.points().lastKey()));
    return List.copyOf(days);
  }

  /** Long lines are built from both ends, in turns, so that no township waits for the other. */
  private List<Part> lineParts(Site site, List<Double> shares) {
    List<Part> parts = new ArrayList<>();
    int length = site.footprint().designLengthDm();
    int start = 0;
    int end = length;
    for (double share : shares) {
      int wanted = share >= 0.9999 ? length : (int) Math.ceil(share * length / 100.0) * 100;
      int more = Math.min(wanted, length) - (start + length - end);
      boolean last = wanted >= length && start < end;
      if (more < 200 && !last) {
        parts.add(null);
      } else if (last) {
        parts.add(Part.range(start, end));
        start = end;
      } else if (length > LONG_LINE_DM && parts.size() % 2 == 1) {
        parts.add(Part.range(end - more, end));
        end -= more;
      } else {
        boolean overlaps =
            start > 100 && Chance.of("overlap", site.footprint().code(), "" + start) < 0.15;
        parts.add(Part.range(overlaps ? start - 100 : start, start + more));
        start += more;
      }
    }
    return parts;
  }

  private List<Part> quantityParts(Site site, List<Double> shares) {
    List<Part> parts = new ArrayList<>();
    BigDecimal before = BigDecimal.ZERO;
    for (double share : shares) {
      BigDecimal quantity =
          site.footprint().designQuantity().multiply(BigDecimal.valueOf(Math.min(1, share)));
      quantity =
          quantity.setScale(
              site.footprint().designQuantity().compareTo(BigDecimal.valueOf(50)) > 0 ? 0 : 2,
              RoundingMode.HALF_UP);
      boolean worth = quantity.compareTo(before) > 0;
      parts.add(worth ? Part.quantity(quantity) : null);
      if (worth) before = quantity;
    }
    return parts;
  }

  /**
   * One after another, each township about as far as the others and slow ones last; a footprint is
   * reported when the curve reaches its end.
   */
  private List<FieldReport> oneByOne() {
    Map<String, Integer> count = new HashMap<>();
    sites.forEach(site -> count.merge(site.township(), 1, Integer::sum));
    Map<String, Integer> number = new HashMap<>();
    Map<Site, Double> turn = new HashMap<>();
    for (Site site : sites) {
      int before = number.merge(site.township(), 1, Integer::sum) - 1;
      double chance = Chance.of("order", site.footprint().code()) / 100;
      double share = before / (double) count.get(site.township());
      turn.put(site, share + chance + (isSlow(site) ? 2 : 0));
    }
    List<Site> order = new ArrayList<>(sites);
    order.sort(Comparator.comparingDouble(turn::get));
    double all = order.stream().mapToDouble(Site::weight).sum();
    double sum = 0;
    List<FieldReport> reports = new ArrayList<>();
    for (Site site : order) {
      sum += site.weight();
      curve.firstDayWith(sum / all).ifPresent(day -> reports.addAll(whole(site, workday(day))));
    }
    return reports;
  }

  private List<FieldReport> whole(Site site, LocalDate day) {
    FootprintVersion footprint = site.footprint();
    List<String> components = footprint.components();
    if (components.size() > 1) {
      int half = 1 + Chance.below(components.size() - 1, "half", footprint.code());
      LocalDate first = curve.points().firstKey();
      LocalDate wanted = workday(day.minusDays(9 + Chance.below(20, "earlier", footprint.code())));
      LocalDate earlier = wanted.isBefore(first) ? first : wanted;
      return List.of(
          report(site, earlier, Part.components(components.subList(0, half)), 0),
          report(site, day, Part.components(components.subList(half, components.size())), 1));
    }
    Part part =
        switch (footprint.kind()) {
          case LINE -> Part.range(0, footprint.designLengthDm());
          case POLYGON -> Part.quantity(footprint.designQuantity());
          default -> Part.components(components);
        };
    return List.of(report(site, day, part, 0));
  }

  private FieldReport report(Site site, LocalDate day, Part part, int number) {
    String code = site.footprint().code();
    String name = code + "#" + number;
    Instant observed =
        day.atTime(8 + Chance.below(9, "hour", name), Chance.below(60, "minute", name))
            .atZone(zone)
            .toInstant();
    Instant received = observed.plusSeconds(60L * (4 + Chance.below(170, "delay", name)));
    int way = Chance.below(10, "way", name);
    String method = way < 5 ? "gps" : way < 7 ? "walk" : way < 9 ? "tap" : "typed";
    if (site.footprint().kind() != GeometryKind.LINE && !"gps".equals(method)) method = "tap";
    Double accuracy =
        "typed".equals(method) ? null : 4 + Chance.below(140, "accuracy", name) / 10.0;
    List<Shot> shots = new ArrayList<>();
    for (int i = 0; i <= Chance.below(4, "shots", name) / 3; i++) {
      Coordinate place = place(site.footprint(), part, i);
      shots.add(
          new Shot(
              ground.scene(), place.x, place.y, observed.minusSeconds(60L * (2 + 5L * i)), true));
    }
    return new FieldReport(
        received,
        Chance.id(name),
        observed,
        code,
        site.townshipOf(part),
        true,
        part,
        method,
        accuracy,
        shots,
        null);
  }

  /** Near the end of the range, a few metres off. */
  static Coordinate place(FootprintVersion footprint, Part part, int number) {
    Coordinate[] coordinates = footprint.geom().getCoordinates();
    Coordinate at = footprint.geom().getCentroid().getCoordinate();
    if (footprint.kind() == GeometryKind.LINE && part.toDm() > 0) {
      double m =
          Math.max(0, (number == 0 ? part.toDm() : (part.fromDm() + part.toDm()) / 2.0) / 10.0 - 3);
      at = coordinates[0];
      for (Coordinate c : coordinates) if (!(c.getM() > m)) at = c;
    }
    double off = 0.00004;
    String key = footprint.code() + part.toDm() + number;
    return new Coordinate(
        at.x + off * (Chance.of("x", key) - 0.5), at.y + off * (Chance.of("y", key) - 0.5));
  }

  private boolean isSlow(Site site) {
    return ground.slow() != null && ground.slow().contains(site.township());
  }

  static LocalDate workday(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SUNDAY
        ? day.minusDays(2)
        : day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.minusDays(1) : day;
  }
}
