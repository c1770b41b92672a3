/** Reads the day that is chosen; a failure keeps the last good numbers and says so. */
import { state, change, watch } from './state.js';
import { getJson } from '/shared/api.js';
import { listenLive } from '/shared/live.js';
import { oneAtATime } from '/shared/one-at-a-time.js';
import { asOf } from './lookup.js';
import { addDays } from '/shared/days.js';
import { breath } from '/shared/dom.js';

/** Beside the live stream, for when it is down. */
const QUIET_MS = 60_000;
/** Past days as they were read: they never change, so going back to one, or over them without a network, asks nobody. */
const past = new Map();
const PAST_DAYS = 60;
/** Somebody who stays on a day for so long may step to the one beside it. */
const AHEAD_MS = 250;
let ahead = null;
const kept = new Map();
let reading = null;
let readFor = null;
let moved = false;

/** Reads after each change of day, and what moves; `first`: the first readDay(). */
export async function keepReading(first) {
  await first;
  watch(['day'], () => { if (readFor !== state.day) readDay(); });
  setInterval(lookAgain, QUIET_MS);
  document.addEventListener('visibilitychange', lookAgain);
  addEventListener('online', lookAgain); // a stream may not have noticed that the network was away
  let opened = false;
  listenLive(({ projects, boxes }) => {
    if (opened) change({ heardAt: performance.now() });
    if (opened && boxes?.length !== 0) change({ moved: { boxes: boxes ?? null } });
    opened = true; // what moved since the page was read shows in the revision
    if (projects?.length !== 0 || state.failure) lookAgain();
  });
}

/** What moves while a day is read may not be in it yet. */
function lookAgain() {
  if (state.loading) moved = true;
  if (document.hidden || state.day || state.loading) return;
  if (state.readAt) readQuietly();
  else readDay();
}

/** Plan, base map and numbers of the chosen day; also the action behind 重试. */
export async function readDay() {
  readFor = state.day;
  reading?.abort();
  clearTimeout(ahead);
  const mine = reading = new AbortController();
  change({ loading: true });
  try {
    const params = { asOf: asOf() };
    const ground = state.base ? null : getJson('/api/base').then((base) => change({ base }));
    if (!state.readAt) lookUp('/tiles/footprints.json').catch(() => {}); // asked for by all that draws footprints
    const [[plan, progress]] = await Promise.all([dayOf(params, mine.signal), ground]);
    await breath();
    if (mine.signal.aborted) return undefined;
    if (state.readAt) kept.clear();
    change({ plan, progress, knownAt: progress.knownAt, failure: null, readAt: new Date(), loading: false });
    if (moved) lookAgain();
    moved = false;
    if (state.day) ahead = setTimeout(() => readAhead([addDays(state.day, -1), addDays(state.day, 1)]), AHEAD_MS);
  } catch (error) {
    if (error.name === 'AbortError') return undefined;
    if (state.day > state.me.today) { // an address typed or kept
      const before = state.readAt;
      change({ day: null });
      return before ? undefined : readDay();
    }
    change({ failure: error, loading: false });
  }
  return undefined;
}

/** [plan, progress] of a day. */
function dayOf(params, signal) {
  const known = past.get(params.asOf);
  if (known) return known;
  const asked = Promise.all([getJson('/api/plan', params, params.asOf ? undefined : signal), getJson('/api/progress', params, params.asOf ? undefined : signal)]);
  if (!params.asOf) return asked;
  past.set(params.asOf, asked);
  asked.catch(() => past.delete(params.asOf));
  if (past.size > PAST_DAYS) past.delete(past.keys().next().value);
  return asked;
}

/** The days beside the shown one, before somebody steps there. */
export function readAhead(days) {
  const first = `${state.plan.year}-01-01`;
  for (const asOf of days) if (asOf >= first && asOf < state.me.today && !past.has(asOf)) dayOf({ asOf }).catch(() => {});
}

/** What was looked up for one choice and day, asked once; a failure is forgotten, so that asking again retries. */
export function lookUp(path, params = {}) {
  const query = { ...params, asOf: asOf() };
  const key = path + JSON.stringify(query);
  if (!kept.has(key)) kept.set(key, getJson(path, query).catch((error) => { kept.delete(key); throw error; }));
  return kept.get(key);
}

/** A project's figures, without the ranges that its townships lack. */
export const projectOf = (number) => lookUp(`/api/projects/${number}`, { gaps: false });

/** Today moves on while nobody looks; only a new revision or day draws anything, the time of the numbers always moves. */
const readQuietly = oneAtATime(async () => {
  try {
    const progress = await getJson('/api/progress');
    if (state.day) return;
    const same = progress.revision === state.progress.revision && progress.asOf === state.progress.asOf;
    if (!same) kept.clear();
    const me = progress.asOf === state.me.today ? state.me : { ...state.me, today: progress.asOf };
    change({ ...(same ? {} : { progress }), me, knownAt: progress.knownAt, failure: null, readAt: new Date() });
  } catch (error) {
    if (error.status !== undefined) change({ failure: error });
  }
});
