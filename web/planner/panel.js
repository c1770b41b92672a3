/** Right: the answer to what is chosen, the narrowest choice first. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { state, watch } from './state.js';
import { stepBack } from './choose.js';
import { readDay } from './load.js';
import { drawDistrict } from './panel-district.js';
import { drawFootprint } from './panel-footprint.js';
import { drawProject } from './panel-project.js';
import { drawTownship } from './panel-township.js';

const WATCHED = ['project', 'township', 'footprint', 'progress', 'plan', 'failure'];
let shownFor = '';
let broken = false;
let asked = 0;
let shown = 0;

export function startPanel(box) {
  const draw = async () => {
    if (!state.plan || !state.progress) return put(box, state.failure ? null : grey());
    const choice = `${state.footprint}|${state.township}|${state.project}`;
    const scrolled = choice === shownFor ? box.querySelector('.panel-body')?.scrollTop : 0;
    if (choice !== shownFor) put(box, grey());
    shownFor = choice;
    const turn = asked += 1;
    const late = () => choice !== shownFor || turn < shown; // of another choice, or of a day before the one that is shown
    try {
      const parts = await answer();
      if (late()) return undefined;
      shown = turn;
      broken = false;
      put(box, parts.head, el('div', { class: 'panel-body' }, parts.body), parts.actions && el('div', { class: 'panel-actions' }, parts.actions));
      if (scrolled) box.querySelector('.panel-body').scrollTop = scrolled;
    } catch (failure) {
      if (late()) return undefined;
      broken = true;
      put(box, closable(failure.status === 404 ? gone() : t('failure.title')), failed(failure));
    }
    return undefined;
  };
  watch(WATCHED, draw);
  watch(['readAt'], () => { if (broken && !state.failure) draw(); }); // the numbers came: so may the answer
}

/** Each gives {head, body, actions}; the slow ones ask the server. */
function answer() {
  if (state.footprint) return drawFootprint(state.footprint);
  if (state.township) return drawTownship(state.township);
  if (state.project) return drawProject(state.project);
  return drawDistrict();
}

/** The head of a choice, with the way back. `sign` and `word` may be missing. */
export function closable(title, ...more) {
  return el('header', { class: 'panel-head' },
    el('div', { class: 'panel-title' }, ...more.filter((m) => m?.classList?.contains('before')), el('h2', null, title), ...more.filter((m) => m?.classList?.contains('beside')),
      el('button', { class: 'icon-button', type: 'button', id: 'close', 'aria-label': t('panel.close'), title: t('panel.close'), on: { click: stepBack } }, icon('close', 18))),
    ...more.filter((m) => m && !m.classList.contains('before') && !m.classList.contains('beside')));
}

function grey() {
  return el('div', { class: 'state', 'aria-busy': 'true', 'aria-label': t('panel.loading') },
    [150, 320, 290, 340, 220, 340, 300, 260].map((width) => el('span', { class: 'grey', style: { width: `${width}px`, 'max-width': '100%' } })));
}

/** What an address names and the plan, the ground or the reader's scope does not hold. */
function gone() {
  if (state.footprint) return t('panel.no-footprint', { code: state.footprint });
  return state.township ? t('panel.no-township', { code: state.township }) : t('panel.no-project', { number: state.project });
}

function failed(failure) {
  if (failure.status === 404) return el('div', { class: 'state' }, el('p', null, t('panel.gone-why')), el('button', { class: 'text-button', type: 'button', on: { click: stepBack } }, t('panel.back')));
  return el('div', { class: 'state' }, el('b', null, failure.status === 0 ? t('failure.offline') : failure.message),
    failure.status ? el('p', null, t('failure.number', { number: failure.number })) : null,
    el('button', { class: 'text-button', type: 'button', on: { click: readDay } }, t('failure.retry')));
}
