package org.waymark.completion;

import java.util.ArrayList;
import java.util.List;

/** The reviews of one report, replayed in their order: what of them still holds. */
final class Chain {
  private final List<StoredReview> accepts = new ArrayList<>();
  private StoredReview returned;

  static Chain replay(List<StoredReview> inOrder) {
    Chain chain = new Chain();
    inOrder.forEach(chain::add);
    return chain;
  }

  private void add(StoredReview review) {
    switch (review.verdict) {
      case StoredReview.ACCEPT -> accepts.add(review);
      case StoredReview.RETURN -> returned = review;
      default -> {
        if (returned != null) returned = null;
        else accepts.removeIf(a -> a.level >= review.level);
      }
    }
  }

  boolean isReturned() {
    return returned != null;
  }

  /** Level at which it was returned; 0 where it was not. */
  int returnedLevel() {
    return returned == null ? 0 : returned.level;
  }

  /** 0 where nobody accepted it. */
  int acceptedLevel() {
    return accepts.stream().mapToInt(a -> a.level).max().orElse(0);
  }

  /** Null where nobody accepted it. */
  StoredReview lastAccept() {
    return accepts.isEmpty() ? null : accepts.get(accepts.size() - 1);
  }

  /** Each level wants another person. */
  boolean acceptedAtAnotherLevel(long reviewerId, int level) {
    return accepts.stream().anyMatch(a -> a.reviewerId == reviewerId && a.level != level);
  }
}
