/** Reports as the server knew them at the end of the chosen day: later ones left out, later reviews undone. */
import { state } from './state.js';
import { moment } from '/shared/format.js';
import { lookUp } from './load.js';

const PAGE = 100;
/** How many a panel shows at first. */
export const REPORTS_SHOWN = 6;
const READ_AT_MOST = 1000;
const AFTER = { accept: 'accepted', return: 'returned', revoke: 'received' };

/** query: {project}, {footprint}, …; {reports, total}, newest first, at most `shown`. */
export async function reportsOf(query, shown = 2 * PAGE) {
  const known = [];
  let [read, later, after, total] = [0, 0, undefined, 0];
  do {
    const page = await lookUp('/api/reports', { ...query, after, limit: state.day ? PAGE : Math.min(PAGE, shown) });
    const then = state.day ? page.reports.filter((report) => dayOf(report.receivedAt) <= state.day) : page.reports;
    known.push(...then.map(asKnown));
    read += page.reports.length;
    later += page.reports.length - then.length;
    [after, total] = [page.next, page.total];
  } while (after && known.length < shown && read < READ_AT_MOST);
  return { reports: known.slice(0, shown), total: total - later };
}

function asKnown(report) {
  if (!state.day) return report;
  const reviews = (report.reviews ?? []).filter((review) => dayOf(review.reviewedAt) <= state.day);
  if (reviews.length === (report.reviews ?? []).length) return report;
  return { ...report, reviews, state: AFTER[reviews.at(-1)?.verdict] ?? 'received' };
}

const dayOf = (instant) => moment(instant, state.me.zone).slice(0, 10);
