/** Shortcuts of the planner's page, and the dialog that lists them. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { state, change } from './state.js';
import { chooseProject, stepBack } from './choose.js';
import { problems, shownDay } from './lookup.js';
import { openDialog } from './rule.js';
import { addDays } from '/shared/days.js';
import { goTo } from './time-bar.js';

export function startKeys(map, more = {}) {
  const focus = (selector) => document.querySelector(selector)?.focus();
  const acts = {
    '/': () => document.getElementById('find').click(),
    l: () => focus('.rows button.row'),
    m: () => { change({ table: false }); focus('.township-name[tabindex="0"]'); },
    a: () => focus('#panel'),
    t: () => change({ table: !state.table }),
    u: () => change({ urgent: !state.urgent }),
    n: () => nextProblem(1), p: () => nextProblem(-1), f: fullScreen,
    '[': () => goTo(addDays(shownDay(), -1)),
    ']': () => goTo(addDays(shownDay(), 1)),
    '+': () => map.zoom(1), '=': () => map.zoom(1), '-': () => map.zoom(-1), 0: () => map.home(),
    Escape: stepBack, '?': help, ...more,
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, select, textarea, dialog')) return;
    if (document.querySelector('dialog:modal')) return; // its own, wherever the focus went
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

/** From one red or yellow project to the next, worst first and round again: for a meeting that goes through them. */
export function nextProblem(by) {
  const all = problems();
  if (!all.length) return;
  const at = all.findIndex(({ plan }) => plan.number === state.project);
  const next = at < 0 && by < 0 ? all.length - 1 : (at + by + all.length) % all.length;
  chooseProject(all[next].plan.number);
}

export function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}

const LISTED = [['l'], ['m'], ['a'], ['↑', '↓', '←', '→'], ['Enter'], ['Esc'], ['/'], ['u'], ['n', 'p'], ['t'], ['[', ']'], ['+', '−', '0'], ['f'], ['g'], ['w', 'k'], ['v', '1–9'], ['c'], ['?']];
const NAMES = ['list', 'map', 'answer', 'arrows', 'enter', 'back', 'search', 'urgent', 'problems', 'table', 'day', 'zoom', 'full', 'meeting', 'write', 'views', 'card', 'help'];

export function help() {
  openDialog(t('keys.title'), el('dl', { class: 'keys' }, LISTED.map((keys, i) => [
    el('dt', null, keys.map((key) => el('kbd', null, key.length === 1 ? key.toUpperCase() : key))), el('dd', null, t(`keys.${NAMES[i]}`))])));
}
