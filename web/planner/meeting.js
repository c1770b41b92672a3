/** 挂图作战: the map on the wall of a meeting. Everything larger, the way from problem to problem by key, notes beside the map. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { moment } from '/shared/format.js';
import { icon } from '/shared/icons.js';
import { lightSign } from '/shared/light.js';
import { keptNotes } from '/shared/kept-notes.js';
import { change, state, watch } from './state.js';
import { chooseProject } from './choose.js';
import { planProject, problems } from './lookup.js';
import { fullScreen, nextProblem } from './keys.js';
import { keepProblems } from './prefetch.js';
import { startNotes } from './meeting-notes.js';
import { startViews } from './meeting-views.js';

const MAY = ['planner', 'administrator'];

/** Returns the keys of a meeting: they act only while it is on. */
export function startMeeting(bar, pane, map) {
  const runs = MAY.includes(state.me.role);
  const kept = keptNotes(state.me.userName, state.me.plan?.year);
  const notes = startNotes(pane, kept, runs);
  const views = runs ? startViews(map) : null;
  const toggle = () => (state.meeting ? leave() : enterMeeting());
  const tool = (key, name, act, glyph) => el('button', { class: 'chip', type: 'button', id: `meeting-${name}`, title: t(`meeting.${name}`), on: { click: act } }, glyph && icon(glyph, 14), t(`meeting.${name}`), el('kbd', { 'aria-hidden': 'true' }, key));
  const card = () => { if (state.project) open(`/card?${new URLSearchParams({ project: state.project, ...(state.day && { day: state.day }) })}`, '_blank', 'noopener'); };
  const waiting = el('span', { class: 'meeting-waiting', role: 'status' });
  const rail = el('nav', { class: 'rail', 'aria-label': t('meeting.rail') });
  const known = el('span', { class: 'meeting-known' });
  put(bar, el('b', { class: 'meeting-title' }, t('meeting.title')), known, rail, waiting,
    el('div', { class: 'meeting-tools' }, tool('N', 'next', () => nextProblem(1), 'right'), views && tool('V', 'views', () => views.show(), 'layers'), tool('W', 'write', () => notes.show(true, true), 'flag'),
      tool('C', 'card', card, 'list'), tool('F', 'full', fullScreen, 'fit'), tool('G', 'leave', leave, 'close')));
  watch(['meeting'], () => {
    dress();
    if (!state.meeting) return notes.show(false);
    keepProblems();
    return notes.read();
  });
  watch(['progress'], () => { if (state.meeting) keepProblems(); });
  watch(['meeting', 'plan', 'progress', 'project', 'tier', 'unit', 'light', 'search'], () => {
    put(rail, railOf());
    if (state.meeting) rail.querySelector('[aria-pressed="true"], [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  });
  watch(['knownAt', 'day'], () => put(known, state.knownAt && t('meeting.known', { district: state.me.district.name, time: state.day ?? moment(state.knownAt, state.me.zone) }), state.me.demo && el('span', { class: 'demo' }, t('app.demo'))));
  const wait = () => put(waiting, kept.pending().length ? t('meeting.waiting', { count: kept.pending().length }) : '', !kept.keeps() && el('b', null, t('meeting.not-kept')));
  kept.onChange(wait);
  wait();
  return {
    g: toggle,
    ...Object.fromEntries(Object.entries({ w: () => notes.show(true, true), k: () => notes.show(), c: card, v: () => views?.show() }).map(([key, act]) => [key, () => { if (state.meeting) act(); }])),
    ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [String(i + 1), () => { if (state.meeting) views?.open(i); }])),
  };
}

/** Everything larger, or as it was. */
export function dress() {
  const was = document.body.classList.contains('meeting');
  document.body.classList.toggle('meeting', state.meeting);
  if (was !== state.meeting) dispatchEvent(new Event('resize')); // the map draws its own parts larger
}

/** Only a key or a click may ask for the whole screen; an address alone shows the meeting in its window. */
export function enterMeeting() {
  change({ meeting: true });
  document.documentElement.requestFullscreen?.().catch(() => {});
}

function leave() {
  if (document.fullscreenElement) document.exitFullscreen();
  change({ meeting: false });
}

/** The red and yellow projects, worst first, with the one that is spoken of. */
function railOf() {
  const listed = problems();
  const at = listed.findIndex(({ plan }) => plan.number === state.project);
  const other = at < 0 && planProject(state.project);
  return [el('span', { class: 'rail-count' }, listed.length ? t('meeting.problems', { at: at < 0 ? '–' : at + 1, count: listed.length }) : t('district.calm')),
    listed.map(({ plan, progress }) => el('button', { class: 'chip', type: 'button', title: plan.shortName, 'aria-label': `${plan.number} ${plan.shortName}`, 'aria-pressed': String(plan.number === state.project), on: { click: () => chooseProject(plan.number) } },
      lightSign(progress.light, 15), plan.number === state.project ? `${plan.number} ${plan.shortName}` : String(plan.number))),
    other && el('span', { class: 'chip', 'aria-current': 'true' }, `${other.number} ${other.shortName}`)];
}
