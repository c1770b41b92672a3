/** Walking the line: start, stop; the screen is held awake, and what was not seen is a gap, not a guess. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { length } from '/shared/format.js';
import { rangeText } from '/shared/measure.js';
import { lengthOf } from '/shared/ranges.js';
import { state, watch } from './state.js';
import { matchWalk } from './walk.js';
import { amend, update } from './mark.js';
import { fixText } from './fix-text.js';

const AGAIN_MS = 3000;
let on = false;
let awake = null;
let matchedAt = 0;

export const walking = () => on;

watch(['fix'], ({ fix, claim }) => { if (on && claim && fix) add(fix); });
document.addEventListener('visibilitychange', () => { if (on && !document.hidden) holdAwake(); });

export function walkControls(claim) {
  const { walk } = claim;
  return el('div', { class: 'walk' },
    el('p', { class: 'hint' }, on ? t('field.walk-on') : fixText(state)),
    el('button', { class: on ? 'button primary' : 'button', id: 'walk', type: 'button', on: { click: on ? stopWalk : startWalk } }, t(on ? 'field.walk-stop' : walk ? 'field.walk-again' : 'field.walk-start')),
    walk && el('p', { class: 'second' }, summary(claim)),
    walk?.other && !on && choice(claim));
}

function summary({ walk }) {
  const parts = [walk.ranges.map((range) => rangeText(...range)).join('、') || t('field.walk-none')];
  if (walk.gaps.length) parts.push(t('field.walk-gaps', { count: walk.gaps.length, length: length(lengthOf(walk.gaps)) }));
  if (walk.refused) parts.push(t('field.walk-refused', { count: walk.refused }));
  if (walk.far) parts.push(t('field.walk-far', { count: walk.far }));
  return parts.join(' · ');
}

/** Two ways to lay the walk on the line, as likely: the crew knows which. */
function choice({ walk }) {
  const pick = ({ ranges, gaps }) => update({ walk: { ...walk, ranges, gaps, other: null } });
  return el('div', { class: 'ask', role: 'group', 'aria-label': t('field.which-pass') }, el('b', null, t('field.which-pass')),
    el('div', null, [walk, walk.other].map((one) => el('button', { class: 'button', type: 'button', on: { click: () => pick(one) } }, one.ranges.map((range) => rangeText(...range)).join('、')))));
}

function startWalk() {
  on = true;
  holdAwake();
  update({ fixes: [], walk: null, walkedAt: Date.now() });
  if (state.fix) add(state.fix);
}

export function stopWalk() {
  if (!on) return;
  on = false;
  awake?.release().catch(() => {});
  awake = null;
  match(state.claim.fixes);
}

/** Standing still adds nothing. */
function add(fix) {
  const { fixes = [] } = state.claim;
  if (fixes.at(-1)?.at === fix.at) return;
  const all = [...fixes, { lon: fix.lon, lat: fix.lat, accuracyM: fix.accuracyM, at: fix.at }];
  if (Date.now() - matchedAt > AGAIN_MS || all.length < 10) match(all);
  else amend({ fixes: all });
}

function match(fixes) {
  matchedAt = Date.now();
  amend({ fixes, walk: matchWalk(state.claim.lines, fixes) });
}

async function holdAwake() {
  try {
    awake = await navigator.wakeLock?.request('screen');
  } catch {
    awake = null; // refused at low battery: the gap will show
  }
}
