/** Reports as the server knew them at the end of the chosen day: later ones left out, later reviews undone. */
import { state } from './state.js';
import { knownOn } from '/shared/known-report.js';
import { lookUp } from './load.js';

const PAGE = 100;
/** How many a panel shows at first. */
export const REPORTS_SHOWN = 6;
const READ_AT_MOST = 1000;

/** query: {project}, {footprint}, …; {reports, total}, newest first, at most `shown`. */
export async function reportsOf(query, shown = 2 * PAGE) {
  const known = [];
  let [read, later, after, total] = [0, 0, undefined, 0];
  do {
    const page = await lookUp('/api/reports', { ...query, after, limit: state.day ? PAGE : Math.min(PAGE, shown) });
    const then = page.reports.map((report) => knownOn(report, state.day, state.me.zone)).filter(Boolean);
    known.push(...then);
    read += page.reports.length;
    later += page.reports.length - then.length;
    [after, total] = [page.next, page.total];
  } while (after && known.length < shown && read < READ_AT_MOST);
  return { reports: known.slice(0, shown), total: total - later };
}
