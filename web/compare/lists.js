/** Projects and townships that stand otherwise. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { number, percent, quantity } from '/shared/format.js';
import { light } from '/shared/light.js';
import { empty } from '/shared/state.js';

const FIGURES_SHOWN = 3;
const known = (value) => value !== undefined && value !== null;

export function projectList(changes, names, day) {
  if (!changes.length) return empty(t('compare.same'), t('compare.same-why'));
  return el('ul', { class: 'compare-list' }, changes.map((change) => el('li', null, el('a', { href: `/?${new URLSearchParams({ project: change.number, day })}` },
    el('span', null, el('b', null, `${change.number} ${names.project(change.number)}`), figures(change.figures)),
    el('span', { class: 'compare-light' }, turned(change)),
    el('span', { class: 'compare-percent' }, points(change.verified))))));
}

export function townshipList(changes, names, day) {
  if (!changes.length) return el('p', { class: 'muted' }, t('compare.towns-same'));
  return el('ul', { class: 'compare-list' }, changes.map((change) => el('li', null, el('a', { href: `/?${new URLSearchParams({ township: change.code, day })}` },
    el('span', null, el('b', null, change.name), change.worst && el('small', null, `${change.worst.project} ${names.project(change.worst.project)}`)),
    el('span', { class: 'compare-light' }, turned({ ...change, turned: true }))))));
}

function turned({ light: [from, to], better, turned: other }) {
  if (!other) return light(to, 14);
  const word = better > 0 ? 'better' : better < 0 ? 'worse' : 'other';
  return [light(from, 14), el('span', { 'aria-hidden': 'true' }, ' → '), el('span', { class: 'aloud' }, t('publish.becomes')), light(to, 14), el('small', { class: `c-${word}` }, t(`compare.${word}`))];
}

function points([from, to]) {
  if (!known(to)) return null;
  const gain = known(from) ? to - from : null;
  return [el('b', null, percent(to)), gain !== null && gain !== 0 && el('small', null, t('compare.points', { gain: (gain > 0 ? '+' : '') + number(gain, 1) }))];
}

function figures(list) {
  if (!list.length) return null;
  const told = list.slice(0, FIGURES_SHOWN).map((f) => `${f.name} ${f.gain > 0 ? '+' : ''}${quantity(f.gain, f.unit, 2)}`).join('；');
  return el('small', null, list.length > FIGURES_SHOWN ? t('compare.more', { told, count: list.length }) : told);
}
