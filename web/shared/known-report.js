/** A report as the server knew it at the end of a day: later reviews undone. */
import { moment } from './format.js';

const AFTER = { accept: 'accepted', return: 'returned', revoke: 'received' };

/** Null where it had not come yet; `day` null = as it is now. */
export function knownOn(report, day, zone) {
  const dayOf = (instant) => moment(instant, zone).slice(0, 10);
  if (!day) return report;
  if (dayOf(report.receivedAt) > day) return null;
  const reviews = (report.reviews ?? []).filter((review) => dayOf(review.reviewedAt) <= day);
  if (reviews.length === (report.reviews ?? []).length) return report;
  return { ...report, reviews, state: AFTER[reviews.at(-1)?.verdict] ?? 'received' };
}
