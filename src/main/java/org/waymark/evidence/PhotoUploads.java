package org.waymark.evidence;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.waymark.access.Caller;
import org.waymark.calendar.DistrictClock;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/** Bytes of a photo coming in, part by part. */
@Component
class PhotoUploads {
  private static final Duration FORGOTTEN = Duration.ofDays(30);
  private final PhotoQueries queries;
  private final PrintQueries prints;
  private final PhotoLimits limits;
  private final DistrictClock clock;
  private final ApplicationEventPublisher events;

  PhotoUploads(
      PhotoQueries queries,
      PrintQueries prints,
      PhotoLimits limits,
      DistrictClock clock,
      ApplicationEventPublisher events) {
    this.queries = queries;
    this.prints = prints;
    this.limits = limits;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Adds the bytes from {@code from} on; the last of them makes the photo. A refused photo leaves
   * nothing behind, so a refusal commits.
   *
   * @param limited false where nobody sends: a rescue file of an administrator
   * @throws WrongOffset carrying the offset to go on from
   */
  @Transactional(noRollbackFor = Problem.class)
  public Upload append(
      Caller caller, String sha256, int from, int total, byte[] part, boolean limited) {
    queries.lock(caller, sha256);
    Optional<Integer> known = queries.findLength(caller.districtCode(), sha256);
    if (known.isPresent() && queries.isSender(caller, sha256))
      return new Upload(known.get(), known.get(), false);
    if (from == 0) begin(caller, sha256, total, part.length == total, limited);
    if (from == 0 && part.length == total) return finish(caller, sha256, part);
    var before = queries.findUnfinished(caller, sha256);
    int offset = before.map(PhotoQueries.Unfinished::offset).orElse(0);
    if (from != offset || before.map(b -> b.total() != total).orElse(false))
      throw new WrongOffset(from, offset, before.map(PhotoQueries.Unfinished::total).orElse(total));
    queries.addPart(caller, sha256, from, total, part, clock.now());
    if (from + part.length < total) return new Upload(from + part.length, total, false);
    return finish(caller, sha256, queries.joinParts(caller, sha256));
  }

  /** Never held against another: it looks like others of its kind. */
  @Transactional
  public boolean storeDrawing(Caller caller, Drawing.Copy drawing) {
    boolean created =
        queries.insert(caller, drawing.sha256(), drawing.picture(), drawing.bytes(), clock.now());
    if (created) events.publishEvent(new PhotoArrived(drawing.sha256()));
    return created;
  }

  /** The first byte begins anew, whatever came before; what is begun has its room. */
  private void begin(Caller caller, String sha256, int total, boolean whole, boolean limited) {
    queries.dropUpload(caller, sha256);
    if (!limited) return;
    queries.lockAccount(caller);
    if (!whole) {
      queries.dropUploadsBefore(caller.districtCode(), clock.now().minus(FORGOTTEN));
      requireRoom(caller, total);
    }
    requireRoomToday(caller, total);
  }

  private void requireRoomToday(Caller caller, int total) {
    long sent =
        queries.countBytesSince(caller, clock.startOf(clock.today()))
            + queries.countUnfinished(caller).bytes();
    if (sent + total > limits.dailyBytes())
      throw new Problem(
          ProblemType.DAILY_QUOTA,
          Map.of("megabytes", sent / 1_000_000, "limitMegabytes", limits.dailyBytes() / 1_000_000));
  }

  /** Photos begun and never finished must not fill the disk. */
  private void requireRoom(Caller caller, int total) {
    PhotoQueries.OnTheirWay others = queries.countUnfinished(caller);
    if (others.count() >= limits.unfinished() || others.bytes() + total > limits.unfinishedBytes())
      throw new Problem(
          ProblemType.UPLOAD_QUOTA,
          Map.of(
              "count",
              others.count(),
              "megabytes",
              others.bytes() / 1_000_000,
              "limit",
              limits.unfinished(),
              "limitMegabytes",
              limits.unfinishedBytes() / 1_000_000));
  }

  private Upload finish(Caller caller, String sha256, byte[] content) {
    queries.dropUpload(caller, sha256);
    String actual = Hashes.sha256(content);
    if (!actual.equals(sha256))
      throw new Problem(ProblemType.HASH_MISMATCH, Map.of("expected", sha256, "actual", actual));
    Picture picture = Picture.read(content, limits.maxPixels());
    boolean created = queries.insert(caller, sha256, picture, content, clock.now());
    if (created && picture.print() != null)
      prints.insert(caller.districtCode(), sha256, picture.print(), limits.alikeBits());
    if (created) events.publishEvent(new PhotoArrived(sha256));
    return new Upload(content.length, content.length, created);
  }

  /** The part does not start where the bytes so far end. */
  static final class WrongOffset extends Problem {
    private final int offset;
    private final int total;

    WrongOffset(int sent, int offset, int total) {
      super(ProblemType.WRONG_OFFSET, Map.of("sent", sent, "offset", offset));
      this.offset = offset;
      this.total = total;
    }

    int offset() {
      return offset;
    }

    int total() {
      return total;
    }
  }
}
