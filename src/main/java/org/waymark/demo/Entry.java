package org.waymark.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** One thing that happens in the demo's year, at the moment the server hears of it. */
sealed interface Entry {
  Instant at();

  UUID id();

  /**
   * Which part of a footprint: exactly one of range (dm), components and quantity is set; a plain
   * point has none.
   */
  record Part(int fromDm, int toDm, List<String> components, BigDecimal quantity) {
    static Part range(int fromDm, int toDm) {
      return new Part(fromDm, toDm, List.of(), null);
    }

    static Part components(List<String> components) {
      return new Part(0, 0, components, null);
    }

    static Part quantity(BigDecimal quantity) {
      return new Part(0, 0, List.of(), quantity);
    }
  }

  /**
   * @param scene glyph of the project, picks the drawing
   */
  record Shot(String scene, double lon, double lat, Instant takenAt, boolean arrives) {}

  record FieldReport(
      Instant at,
      UUID id,
      Instant observedAt,
      String footprint,
      String township,
      boolean done,
      Part part,
      String method,
      Double accuracyM,
      List<Shot> shots,
      String note)
      implements Entry {}

  record Figure(
      Instant at,
      UUID id,
      String indicator,
      BigDecimal value,
      LocalDate asOf,
      String township,
      String note)
      implements Entry {}

  record DeclaredPercent(
      Instant at,
      UUID id,
      String track,
      BigDecimal percent,
      LocalDate asOf,
      String township,
      String note)
      implements Entry {}

  record Item(Instant at, UUID id, String track, String item, LocalDate asOf) implements Entry {}

  record Verdict(Instant at, UUID id, UUID report, String verdict, String reason)
      implements Entry {}
}
