package org.waymark.dispatch;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.waymark.completion.FigureReport;
import org.waymark.dispatch.EntrySheet.Told;

/** Reports of figures and items by what they speak of, in order of as-of day and receipt. */
final class ToldFigures {
  private record Key(String type, String subject, String township) {}

  private final Map<Key, List<FigureReport>> byKey = new HashMap<>();
  private final LocalDate from;

  /**
   * @param from first day of the month
   */
  ToldFigures(List<FigureReport> reports, LocalDate from) {
    this.from = from;
    for (FigureReport r : reports)
      byKey
          .computeIfAbsent(
              new Key(r.type(), r.subject(), r.township()), k -> new java.util.ArrayList<>())
          .add(r);
  }

  /** Last before this month that was not returned; null where none was. */
  Told before(String type, String subject, String township) {
    return last(type, subject, township, true, false);
  }

  /** Last of this month, returned or not; null where none came. */
  Told now(String type, String subject, String township) {
    return last(type, subject, township, false, true);
  }

  /** Last of all; null where none came. */
  Told ever(String type, String subject) {
    return of(type, subject, "").reduce((a, b) -> b).map(ToldFigures::told).orElse(null);
  }

  /** Codes of the townships that it was ever told for. */
  Collection<String> townships(String type, String subject) {
    TreeSet<String> codes = new TreeSet<>();
    for (Key key : byKey.keySet())
      if (key.type().equals(type) && key.subject().equals(subject) && !key.township().isEmpty())
        codes.add(key.township());
    return codes;
  }

  private Told last(
      String type, String subject, String township, boolean before, boolean returnedToo) {
    Optional<FigureReport> last =
        of(type, subject, township)
            .filter(r -> r.asOf().isBefore(from) == before)
            .filter(r -> returnedToo || !r.state().equals("returned"))
            .reduce((a, b) -> b);
    return last.map(ToldFigures::told).orElse(null);
  }

  private java.util.stream.Stream<FigureReport> of(String type, String subject, String township) {
    return byKey.getOrDefault(new Key(type, subject, township), List.of()).stream();
  }

  private static Told told(FigureReport r) {
    return new Told(r.id(), r.value(), r.done(), r.asOf(), r.state(), r.note(), r.reason());
  }
}
