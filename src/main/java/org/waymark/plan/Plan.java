package org.waymark.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One version of a district's yearly list, as loaded from its file. Immutable; nothing in it is
 * computed.
 */
public record Plan(
    PlanKey key,
    int version,
    String name,
    String documentNumber,
    LocalDate issuedOn,
    String source,
    List<Unit> units,
    List<Project> projects) {

  public Optional<Project> findProject(int number) {
    return projects.stream().filter(p -> p.number() == number).findFirst();
  }

  public Stream<Track> tracks() {
    return projects.stream().flatMap(p -> p.tracks().stream());
  }

  public Stream<Indicator> indicators() {
    return tracks().flatMap(t -> t.indicators().stream());
  }

  public Optional<Track> findTrack(String code) {
    return tracks().filter(t -> t.code().equals(code)).findFirst();
  }

  public Optional<Indicator> findIndicator(String code) {
    return indicators().filter(i -> i.code().equals(code)).findFirst();
  }

  public Optional<Track> findTrackOfIndicator(String indicatorCode) {
    return tracks()
        .filter(t -> t.indicators().stream().anyMatch(i -> i.code().equals(indicatorCode)))
        .findFirst();
  }

  public Optional<Project> findProjectOfTrack(String trackCode) {
    return projects.stream()
        .filter(p -> p.tracks().stream().anyMatch(t -> t.code().equals(trackCode)))
        .findFirst();
  }
}
