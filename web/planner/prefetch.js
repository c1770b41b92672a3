/** Reads what the next problems will show, one after the other, so that a meeting goes on when the network is gone. */
import { state } from './state.js';
import { problems } from './lookup.js';
import { lookUp, projectOf } from './load.js';
import { REPORTS_SHOWN, reportsOf } from './known-reports.js';

let running = '';

export async function keepProblems() {
  const of = `${state.day}|${state.progress?.revision}`;
  if (!state.progress || running === of) return;
  running = of;
  for (const { plan: { number } } of problems()) {
    if (running !== of || !state.meeting) break;
    const asked = [projectOf(number), lookUp('/api/footprints', { project: number }), reportsOf({ project: number }, REPORTS_SHOWN)];
    const answers = await Promise.allSettled(asked);
    if (answers.some((a) => a.status === 'rejected' && a.reason?.status === 0)) break;
  }
  if (running === of) running = '';
}
