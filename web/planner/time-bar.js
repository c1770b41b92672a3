/** The day: a slider over the plan's year with its milestones; moving it moves everything. */
import { el, put, svg } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, weekday } from '/shared/format.js';
import { icon } from '/shared/icons.js';
import { change, state, watch } from './state.js';
import { shownDay } from './lookup.js';
import { startPlaying } from './play.js';
import { addDays, daysBetween } from '/shared/days.js';

const EDGE = 10;
const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7 };

export function startTimeBar(box) {
  const play = el('button', { class: 'round', type: 'button', id: 'play' });
  const text = el('div', { class: 'day-text', 'aria-live': 'polite' });
  const today = el('button', { class: 'chip', type: 'button', id: 'today', on: { click: () => change({ day: null }) } }, t('time.today'));
  const pick = el('input', { class: 'field compact', type: 'date', id: 'day', 'aria-label': t('time.pick'), on: { change: () => pick.value && goTo(pick.value) } });
  const compare = el('a', { class: 'chip', id: 'compare', href: '/compare' }, t('time.compare'));
  const track = svg('svg', { class: 'year', role: 'slider', tabindex: 0, 'aria-label': t('time.slider') });
  put(box, el('div', { class: 'time-bar' }, play, text, el('div', { class: 'day-tools' }, pick, compare, today), track));
  startPlaying(play);
  let preview = null;
  let width = 480;
  const draw = () => {
    if (!state.me) return;
    const shown = preview ?? shownDay();
    put(text, el('b', null, day(shown)), ` ${weekday(shown)}`, el('small', null, state.day ? t('time.restored') : t('time.now')));
    today.hidden = !state.day;
    compare.href = state.day ? `/compare?from=${state.day}&to=${state.me.today}` : '/compare';
    pick.value = shown;
    pick.max = state.me.today;
    drawYear(track, shown, width);
  };
  new ResizeObserver(([{ contentRect }]) => { width = contentRect.width || width; draw(); }).observe(track);
  watch(['day', 'plan', 'me'], draw);
  drag(track, (d) => { preview = d; draw(); }, (d) => { preview = null; goTo(d); draw(); });
  track.addEventListener('keydown', (event) => {
    const to = event.key === 'Home' ? yearStart() : event.key === 'End' ? state.me.today : STEPS[event.key] && addDays(shownDay(), STEPS[event.key]);
    if (!to) return;
    goTo(to);
    event.preventDefault();
    event.stopPropagation();
  });
}

/** Never before the year, never after today; today itself is no choice. */
export function goTo(iso) {
  const kept = iso < yearStart() ? yearStart() : iso;
  change({ day: kept >= state.me.today ? null : kept });
}

const year = () => state.plan?.year ?? state.me.plan?.year ?? state.me.today.slice(0, 4);
export const yearStart = () => `${year()}-01-01`;
const yearEnd = () => `${year()}-12-31`;

/** The plan's own due dates, once each. */
export function dueDates() {
  return [...new Set((state.plan?.projects ?? []).flatMap((p) => p.tracks.flatMap((track) => track.milestones.map((m) => m.due))))].sort();
}

/** `width` in CSS pixels, as last seen: asking for it here would force a layout at each step. */
function drawYear(track, shown, width) {
  const length = daysBetween(yearStart(), yearEnd());
  const x = (iso) => EDGE + ((width - 2 * EDGE) * Math.max(0, Math.min(length, daysBetween(yearStart(), iso)))) / length;
  const path = (d, props) => svg('path', { d, fill: 'none', ...props });
  const word = (at, y, anchor, text) => svg('text', { x: at, y, 'text-anchor': anchor }, text);
  const last = state.me.today < yearEnd() ? state.me.today : yearEnd();
  track.setAttribute('viewBox', `0 0 ${width} 60`);
  for (const [name, value] of Object.entries({ min: 0, max: daysBetween(yearStart(), last), now: daysBetween(yearStart(), shown), text: day(shown) })) track.setAttribute(`aria-value${name}`, value);
  const months = Array.from({ length: 12 }, (_, i) => `${yearStart().slice(0, 4)}-${String(i + 1).padStart(2, '0')}`);
  const narrow = width < 350;
  put(track,
    path(`M${EDGE} 30H${width - EDGE}`, { stroke: 'var(--track)', 'stroke-width': 6 }),
    path(`M${EDGE} 30H${x(last)}`, { stroke: 'var(--planned-fill)', 'stroke-width': 6 }),
    months.map((month, i) => [path(`M${x(`${month}-01`)} 36v5`, { stroke: 'var(--line-strong)' }),
      (!narrow || i % 3 === 0) && word(x(`${month}-${narrow ? '01' : '16'}`), 53, narrow ? 'start' : 'middle', day(`${month}-01`, { month: 'short' }))]),
    dueDates().map((due) => [
      path(`M${x(due)} 18l6 6-6 6-6-6z`, { fill: due <= shown ? 'var(--ink)' : 'var(--surface)', stroke: 'var(--ink)', 'stroke-width': 1.4 }),
      !narrow && word(x(due) - 10, 17, 'end', t('time.gate', { month: day(due, { month: 'short' }) }))]),
    path(`M${x(shown)} 18V38`, { stroke: 'var(--select)', 'stroke-width': 2 }),
    svg('circle', { cx: x(shown), cy: 30, r: 8.5, fill: 'var(--surface)', stroke: 'var(--select)', 'stroke-width': 3 }));
}

function drag(track, preview, drop) {
  const at = (event) => {
    const box = track.getBoundingClientRect();
    const edge = (EDGE * box.width) / (track.clientWidth || box.width);
    const share = (event.clientX - box.left - edge) / (box.width - 2 * edge);
    const iso = addDays(yearStart(), Math.round(Math.max(0, Math.min(1, share)) * daysBetween(yearStart(), yearEnd())));
    return iso > state.me.today ? state.me.today : iso;
  };
  track.addEventListener('pointerdown', (event) => { track.setPointerCapture(event.pointerId); preview(at(event)); });
  track.addEventListener('pointermove', (event) => { if (track.hasPointerCapture(event.pointerId)) preview(at(event)); });
  track.addEventListener('pointerup', (event) => drop(at(event)));
}
