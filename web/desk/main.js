/** Today's desk: what is overdue, due, waiting, in conflict and stale; every line opens where it can be acted on. */
import { getJson, getMe } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { moment } from '/shared/format.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { listenLive } from '/shared/live.js';
import { oneAtATime } from '/shared/one-at-a-time.js';
import { empty, failed, loading } from '/shared/state.js';
import { topBar } from '/shared/top-bar.js';
import { head } from './head.js';
import { nextGates, overdue } from './gates.js';
import { findings } from './findings.js';
import { reminders } from './reminders.js';
import { conflicts, mine, waiting } from './reviews.js';
import { backlogs, stale } from './units.js';
import { startKeys } from './keys.js';

/** Beside the live stream, for when it is down. */
const QUIET_MS = 60_000;
const box = (id) => document.getElementById(id);
let desk = null;
let own = null;
let listed = null;

await loadWords();
translate();
document.title = `${t('nav.desk')} · ${t('app.name')}`;
put(box('gates'), loading(8));
put(box('work'), loading(5));
const me = await getMe().catch((problem) => {
  put(box('gates'), failed(problem, () => location.reload()));
  throw problem;
});
const bar = topBar(box('top'), me, 'desk');
const read = oneAtATime(async () => {
  if (document.hidden && desk) return;
  try {
    const [fresh, reminded, found] = await Promise.all([getJson('/api/desk'), getJson('/api/me/reminders'), getJson('/api/findings')]);
    desk = fresh;
    own = reminded;
    listed = found;
    put(box('banner'));
    draw();
  } catch (problem) {
    fail(problem);
  }
});
startKeys(box('main'));
await read();
listenLive(read);
setInterval(read, QUIET_MS);
document.addEventListener('visibilitychange', read);

/** Redrawing keeps the line that the keyboard is at, and what was opened; a column that somebody types in waits. */
function draw() {
  const at = document.activeElement?.dataset?.line;
  const opened = new Set([...document.querySelectorAll('details[open]')].map((node) => node.dataset.fold));
  bar.setKnownAt(desk.knownAt);
  bar.setQueue(desk.mine.queue);
  put(box('head'), head(desk, listed, me));
  put(box('gates'), overdue(desk), nextGates(desk), me.role !== 'crew' && findings(listed, me, read));
  if (document.activeElement?.id !== 'mail-address') put(box('work'), reminders(own, me, read), mine(desk), waiting(desk, me), conflicts(desk, me), stale(desk), backlogs(desk));
  box('main').setAttribute('aria-busy', 'false');
  document.querySelectorAll('details').forEach((node) => { node.open ||= opened.has(node.dataset.fold); });
  if (at) document.querySelector(`[data-line="${CSS.escape(at)}"]`)?.focus();
}

/** The last good figures stay, with their time. */
function fail(problem) {
  if (desk) {
    put(box('banner'), el('div', { class: 'banner' }, t('desk.old', { at: moment(desk.knownAt, me.zone) }), el('button', { type: 'button', on: { click: read } }, t('state.retry'))));
    return;
  }
  put(box('work'));
  put(box('gates'), problem.type?.endsWith('plan-not-known') || problem.status === 404 ? empty(t('review.no-plan'), t('review.no-plan-why')) : failed(problem, read));
  box('main').setAttribute('aria-busy', 'false');
}
