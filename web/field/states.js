/** What became of my reports on the server: accepted, returned with a reason, conflict. Asked when the page is looked at and after sending. */
import { call } from './line.js';
import { append, readItems } from './outbox.js';
import { state, watch } from './state.js';

const EVERY_MS = 5 * 60_000;
let asking = false;
let askedAt = 0;

let started = false;

export function startStates() {
  if (started) return askStates();
  started = true;
  document.addEventListener('visibilitychange', () => { if (!document.hidden) askStates(); });
  setInterval(() => { if (!document.hidden) askStates(); }, EVERY_MS);
  watch(['tab'], ({ tab }) => { if (tab === 'outbox') askStates(); });
  return askStates();
}

export async function askStates() {
  if (asking || Date.now() - askedAt < 3000 || !state.device || state.trouble) return;
  asking = true;
  askedAt = Date.now();
  try {
    await read();
  } finally {
    asking = false;
  }
}

/** Newest first, page by page, until every report that may still change was seen. */
async function read() {
  const own = new Map((await readItems()).filter((i) => i.receivedAt && i.account === state.device.account.username && i.state?.state !== 'accepted').map((i) => [i.id, i]));
  let after = null;
  while (own.size) {
    const answer = await call('GET', `/api/completion-reports?mine=true&limit=100${after ? `&after=${after}` : ''}`, { token: state.device.token });
    if (answer.status !== 200 || !answer.json?.reports) return;
    for (const report of answer.json.reports) {
      const item = own.get(report.id);
      own.delete(report.id);
      const said = brief(report);
      if (item && JSON.stringify(item.state) !== JSON.stringify(said)) await append({ report: report.id, kind: 'state', state: said });
    }
    after = answer.json.next;
    if (!after) return;
  }
}

const brief = ({ state: word, reviews = [], conflict }) => ({
  state: word, conflict: conflict?.reason, reviews: reviews.map(({ verdict, reason, reviewer, reviewedAt }) => ({ verdict, reason, reviewer: reviewer?.name ?? reviewer, reviewedAt })).reverse(),
});
