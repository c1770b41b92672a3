/** The sheet under the map: what is nearest (or what was tapped), and the main button. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { length } from '/shared/format.js';
import { glyph, icon } from '/shared/icons.js';
import { watch } from './state.js';
import { nearestWorks, standing } from './near.js';
import { startMark } from './mark.js';
import { fixText } from './fix-text.js';
import { showTab } from './head.js';

const DRAWN_BY = ['works', 'items', 'fix', 'fixFault', 'chosen', 'tapped', 'middle', 'claim', 'tab', 'device', 'packs'];

export function startHome() {
  watch(DRAWN_BY, (s) => {
    if (s.claim || s.tab !== 'map') return;
    put(document.getElementById('sheet'), s.device && (s.works.length ? sheet(s) : noPack()));
  });
}

function sheet(s) {
  const here = s.tapped ?? s.fix ?? s.middle;
  const near = here ? nearestWorks(s.works, here) : s.works.map((work) => ({ work, offM: null }));
  const rows = s.chosen ? near.sort((a, b) => (b.work.code === s.chosen) - (a.work.code === s.chosen)).slice(0, 2) : near.slice(0, 2);
  return el('div', { class: 'home' },
    !s.fix && el('p', { class: 'fix-note' }, fixText(s)),
    rows.map(({ work, offM }, i) => row(s, work, s.fix || s.tapped ? offM : null, i)),
    el('button', { class: 'go1', id: 'mark', type: 'button', on: { click: () => startMark(rows[0].work) } }, icon('check', 28), t('field.mark')));
}

function row(s, work, offM, i) {
  const { name, project } = work.properties;
  return el('button', {
    class: 'near', type: 'button', data: { code: work.code }, 'aria-pressed': String(s.chosen === work.code), on: { click: () => startMark(work) },
  },
  el('span', { class: 'gl' }, glyph(s.icons?.get(project), 26)),
  el('span', { class: 'what' }, el('b', null, name), el('span', null, [`${project} ${s.projects?.get(project) ?? ''}`, standing(work, s.items)].join(' · '))),
  offM !== null && el('span', { class: 'far' }, el('b', null, length(Math.round(offM))), i === 0 && s.fix && el('span', null, t('field.accuracy', { metres: Math.round(s.fix.accuracyM) }))));
}

function noPack() {
  return el('div', { class: 'home' },
    el('p', { class: 'fix-note' }, t('field.no-pack-why')),
    el('button', { class: 'go1', id: 'to-packs', type: 'button', on: { click: () => showTab('mine') } }, icon('download', 26), t('field.download')));
}
