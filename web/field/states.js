/** What became of my reports on the server: accepted, returned with a reason, conflict. Asked when the page is looked at and when the server says that something moved. */
import { call } from './line.js';
import { append, readItems } from './outbox.js';
import { listenLive } from '/shared/live.js';
import { state, watch } from './state.js';

const EVERY_MS = 5 * 60_000;
const APART_MS = 3000;
let asking = false;
let askedAt = 0;
let later = null;

let started = false;

export function startStates() {
  if (started) return askStates();
  started = true;
  document.addEventListener('visibilitychange', () => { if (!document.hidden) askStates(); });
  setInterval(() => { if (!document.hidden) askStates(); }, EVERY_MS);
  watch(['tab'], ({ tab }) => { if (tab === 'outbox') askStates(); });
  const live = listenLive(({ projects }) => { if (concerns(projects)) askSoon(); }, passport);
  watch(['items', 'device', 'trouble'], live.again);
  return askStates();
}

/** Only while a report of mine awaits a verdict: a stream costs a phone its rest. */
function passport() {
  return state.device && !state.trouble && waiting().length ? { Authorization: `Bearer ${state.device.token}` } : null;
}

const waiting = () => state.items.filter((i) => i.receivedAt && i.account === state.device?.account.username && i.state?.state !== 'accepted');

/** projects: null = it may be any. */
const concerns = (projects) => !projects || waiting().some((item) => projects.includes(item.project));

/** Once for all that moves within a moment, and not all phones at one moment. */
function askSoon() {
  later ??= setTimeout(() => { later = null; askStates(); }, Math.max(askedAt + APART_MS - Date.now(), 0) + Math.random() * 1000);
}

export async function askStates() {
  if (asking || Date.now() - askedAt < APART_MS || !state.device || state.trouble) return;
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
