package org.waymark.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.problem.Problem;
import org.waymark.problem.ProblemType;

/**
 * Front door of the evidence: photos by the SHA-256 of the bytes sent, 64 lower-case hex digits.
 */
@Component
public class Photos {
  private static final int PUBLIC_PX = 1600;

  /** Decoding a large photo takes memory: no more than this at a time. */
  private final Semaphore decoders = new Semaphore(2);

  /** Each waits for its account's lock with a connection in hand: some must be left for others. */
  private final Semaphore transfers = new Semaphore(4);

  private final PhotoQueries queries;
  private final PrintQueries prints;
  private final UncitedQueries uncitedQueries;
  private final PhotoUploads uploads;
  private final PhotoLimits limits;
  private final Citations citations;

  Photos(
      PhotoQueries queries,
      PrintQueries prints,
      UncitedQueries uncitedQueries,
      PhotoUploads uploads,
      PhotoLimits limits,
      Citations citations) {
    this.queries = queries;
    this.prints = prints;
    this.uncitedQueries = uncitedQueries;
    this.uploads = uploads;
    this.limits = limits;
    this.citations = citations;
  }

  /** Of these, the ones whose bytes have not all arrived in this district. */
  public Set<String> listMissing(String districtCode, Collection<String> sha256) {
    Set<String> missing = new HashSet<>(sha256);
    if (!missing.isEmpty()) missing.removeAll(queries.listKnown(districtCode, missing));
    return missing;
  }

  /**
   * Stores a whole photo; again changes nothing.
   *
   * @return true where it was new
   * @throws Problem where it is too large, no JPEG or PNG, or has another hash
   */
  public boolean store(Caller caller, String sha256, byte[] content) {
    return append(caller, sha256, 0, content.length, content, false).created();
  }

  /** As {@link #store}, of a drawing that stands for a photo: it is never held against another. */
  public boolean storeDrawing(Caller caller, Drawing.Copy drawing) {
    requireSender(caller, drawing.sha256());
    return uploads.storeDrawing(caller, drawing);
  }

  /** By photo, those that look like it; one that is like no other is left out. */
  public Map<String, List<String>> listTwins(String districtCode, Collection<String> sha256) {
    return sha256.isEmpty() ? Map.of() : prints.listTwins(districtCode, sha256);
  }

  Upload append(Caller caller, String sha256, int from, int total, byte[] part) {
    transfers.acquireUninterruptibly();
    try {
      return append(caller, sha256, from, total, part, true);
    } finally {
      transfers.release();
    }
  }

  private Upload append(
      Caller caller, String sha256, int from, int total, byte[] part, boolean limited) {
    requireSender(caller, sha256);
    requireSize(total);
    boolean last = from + part.length == total;
    if (last) decoders.acquireUninterruptibly();
    try {
      return uploads.append(caller, sha256, from, total, part, limited);
    } finally {
      if (last) decoders.release();
    }
  }

  /**
   * Deletes photos that came before and that nobody sent since, and that nothing cites. In the
   * caller's transaction.
   *
   * @return how many
   */
  public int dropUncited(String districtCode, Instant since) {
    int dropped = 0;
    String after = "";
    for (; ; ) {
      List<String> old = uncitedQueries.listSentBefore(districtCode, since, after, 1000);
      if (old.isEmpty()) return dropped;
      after = old.get(old.size() - 1);
      Set<String> uncited = new HashSet<>(old);
      uncited.removeAll(citations.cited(districtCode, old));
      if (!uncited.isEmpty()) uncitedQueries.delete(districtCode, uncited);
      dropped += uncited.size();
    }
  }

  /**
   * A copy for the public: JPEG, upright, at most 1600 px either way, without metadata.
   *
   * @throws Problem NOT_FOUND where its bytes have not all arrived
   */
  public byte[] copyForPublic(String districtCode, String sha256) {
    PhotoQueries.Stored stored =
        queries
            .findContent(districtCode, sha256)
            .orElseThrow(
                () -> new Problem(ProblemType.NOT_FOUND, Map.of("what", "photos/" + sha256)));
    decoders.acquireUninterruptibly();
    try {
      return Picture.copy(stored.content(), PUBLIC_PX);
    } finally {
      decoders.release();
    }
  }

  /** How long a photo is kept that nothing cites. */
  public Duration keptUncited() {
    return limits.uncited();
  }

  private static void requireSender(Caller caller, String sha256) {
    if (!caller.is(Role.CREW, Role.UNIT, Role.REVIEWER, Role.ADMINISTRATOR))
      throw new Problem(ProblemType.NOT_ALLOWED, Map.of("what", "photos/" + sha256));
  }

  void requireSize(long total) {
    if (total > limits.maxBytes())
      throw new Problem(
          ProblemType.PHOTO_TOO_LARGE,
          Map.of("size", total + " B", "limit", limits.maxBytes() + " B"));
  }

  int maxBytes() {
    return limits.maxBytes();
  }

  /** How far this caller's upload has come; the whole length of a photo this caller may see. */
  Optional<Upload> findUpload(Caller caller, String sha256) {
    if (maySee(caller, sha256))
      return queries
          .findLength(caller.districtCode(), sha256)
          .map(length -> new Upload(length, length, false));
    return queries
        .findUnfinished(caller, sha256)
        .map(u -> new Upload(u.offset(), u.total(), false));
  }

  /**
   * JPEG of at most 320 px; empty where unknown or where nothing in the caller's scope cites it.
   */
  public Optional<byte[]> findThumbnail(Caller caller, String sha256) {
    return find(caller, sha256, true).map(PhotoQueries.Stored::content);
  }

  /** Empty where unknown or where nothing in the caller's scope cites it. */
  Optional<PhotoQueries.Stored> find(Caller caller, String sha256, boolean thumbnail) {
    if (!maySee(caller, sha256)) return Optional.empty();
    return thumbnail
        ? queries.findThumbnail(caller.districtCode(), sha256)
        : queries.findContent(caller.districtCode(), sha256);
  }

  private boolean maySee(Caller caller, String sha256) {
    return queries.isSender(caller, sha256) || citations.inScope(caller, sha256);
  }
}
