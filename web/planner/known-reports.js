/** Reports as the server knew them at the end of the chosen day: later ones left out, later reviews undone. */
import { state } from './state.js';
import { moment } from '/shared/format.js';
import { lookUp } from './load.js';

const READ_AT_MOST = 200;
const AFTER = { accept: 'accepted', return: 'returned', revoke: 'received' };

/** query: {project} or {footprint}; {reports, total}, newest first, at most `shown`. */
export async function reportsOf(query, shown = READ_AT_MOST) {
  if (!state.day) return lookUp('/api/reports', { ...query, limit: shown });
  const { reports } = await lookUp('/api/reports', { ...query, limit: READ_AT_MOST });
  const known = reports.filter((report) => dayOf(report.receivedAt) <= state.day).map(asKnown);
  return { reports: known.slice(0, shown), total: known.length };
}

function asKnown(report) {
  const reviews = (report.reviews ?? []).filter((review) => dayOf(review.reviewedAt) <= state.day);
  if (reviews.length === (report.reviews ?? []).length) return report;
  return { ...report, reviews, state: AFTER[reviews.at(-1)?.verdict] ?? 'received' };
}

const dayOf = (instant) => moment(instant, state.me.zone).slice(0, 10);
