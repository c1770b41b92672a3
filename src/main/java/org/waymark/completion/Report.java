package org.waymark.completion;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A stored report of any kind as a caller sees it: what was sent, where it stands, and whether this
 * caller may review it.
 *
 * @param type completion, quantity, percent or checklist
 * @param state received, partly, accepted, returned or conflict
 * @param range metres on the version named
 * @param projected metres on the current version
 * @param townships those the reported part lies in; empty = whole district
 * @param observedAt end of the as-of day for what has one
 * @param newM metres this adds to what is verified by others now; lines, done, only
 * @param overlapM metres of it verified by others already (done) or taken out again (undone)
 * @param level at which the next review is due, or the last where the chain is complete
 * @param recheck drawn for a re-check that nobody has done yet
 * @param mayRecheck the caller may do it: another person than the one who accepted
 * @param flags what a reviewer should look at: accuracy; photo-reused; clock, where the phone's was
 *     wrong and {@code observedAt} was set right; above-target and far-ahead of a figure
 * @param bodySha256 of the canonical form of the body
 * @param deviceTime the phone's clock when the report was made, as it claims
 * @param clockSkewS the server's time minus the phone's when it was sent, seconds
 * @param replaces the returned report that this one is the better one of; the last to do so is its
 *     {@code replacedBy}
 * @param reused other reports of the district that show one of its photos, or one that looks like
 *     it; missing where none does
 * @param alongside reports of other people in the caller's scope that speak of part of the same
 *     stretch and step and are not decided either; missing where there is none
 */
public record Report(
    UUID id,
    String type,
    String state,
    int project,
    String track,
    String indicator,
    FootprintRef footprint,
    String kind,
    String step,
    CompletionReport.MetreRange range,
    List<double[]> projected,
    List<String> components,
    List<CompletionReport.NotNeeded> notNeeded,
    BigDecimal quantity,
    BigDecimal value,
    String unit,
    BigDecimal percent,
    Item item,
    Boolean done,
    String township,
    List<Place> townships,
    LocalDate asOf,
    Instant observedAt,
    Instant receivedAt,
    String method,
    Double accuracyM,
    String note,
    Person author,
    List<Photo> photos,
    int missingPhotos,
    Conflict conflict,
    Double newM,
    Double overlapM,
    int level,
    int levels,
    List<ReviewRow> reviews,
    boolean recheck,
    boolean mayRecheck,
    List<String> flags,
    boolean mayReview,
    String whyNot,
    boolean demo,
    String bodySha256,
    Instant deviceTime,
    Integer clockSkewS,
    UUID replaces,
    UUID replacedBy,
    List<Reuse> reused,
    List<UUID> alongside) {

  public record FootprintRef(String code, String name, int version) {}

  public record Item(String code, String text) {}

  public record Place(String code, String name) {}

  public record Person(long id, String name) {}

  /** {@code arrived} false: the report came, the bytes did not yet. */
  public record Photo(
      String sha256,
      Instant takenAt,
      Double lon,
      Double lat,
      Double accuracyM,
      Double bearing,
      boolean arrived) {}

  /**
   * A photo that another report shows too.
   *
   * @param same the very bytes; else they look alike
   * @param report missing, as all about it, where it is out of the caller's scope
   */
  public record Reuse(
      String sha256,
      String otherSha256,
      boolean same,
      UUID report,
      String subject,
      String author,
      Instant receivedAt) {}

  /**
   * @param reason order, moved, retired or ambiguous
   * @param with the other reports a reviewer must see
   */
  public record Conflict(String reason, List<UUID> with) {}

  public record ReviewRow(
      UUID id,
      int level,
      String verdict,
      String reason,
      Person reviewer,
      Instant reviewedAt,
      boolean recheck) {}
}
