/** 接受后: each figure and light before and after, so that a reviewer sees what a key press does. */
import { el, svg } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { number, unit } from '/shared/format.js';
import { light } from '/shared/light.js';
import { acceptable } from './words.js';

export function effectView(report, effect) {
  const rows = effect?.figures ? rowsOf(effect) : [];
  return el('section', { class: 'sec' }, el('h3', null, t('review.effect')),
    rows.length ? rows.map(row) : el('p', { class: 'muted' }, t(nothing(report, effect))));
}

function nothing(report, effect) {
  if (!acceptable(report)) return 'review.effect-off';
  if (effect === 'asked') return 'review.effect-asked';
  if (!effect) return 'review.effect-unknown';
  return report.levels > 1 && report.level < report.levels ? 'review.effect-partly' : 'review.effect-none';
}

/** A light and the figure of the same thing share a row; what does not change comes last. */
function rowsOf({ figures = [], lights = [] }) {
  const rows = new Map();
  const at = (thing) => {
    const key = `${thing.subject} ${thing.code}`;
    if (!rows.has(key)) rows.set(key, { name: thing.name, subject: thing.subject });
    return rows.get(key);
  };
  lights.forEach((l) => Object.assign(at(l), { light: l }));
  figures.forEach((f) => Object.assign(at(f), { figure: f }));
  return [...rows.values()].sort((a, b) => Number(changes(b)) - Number(changes(a))).slice(0, 8);
}

const changes = ({ light: l, figure: f }) => Boolean(l && l.before?.light !== l.after?.light) || Boolean(!l && f && f.before !== f.after);

function row({ name, subject, light: l, figure: f }) {
  return el('div', { class: 'effect' },
    el('span', null, el('span', { class: 'effect-name' }, subject === 'project' ? `${t('review.project')} ${name}` : name), ' ', l?.before && light(l.before.light),
      f && el('b', null, figure(f.before, f.unit))),
    svg('svg', { width: 18, height: 18, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.9, 'stroke-linecap': 'round', role: 'img', 'aria-label': t('review.becomes') },
      svg('path', { d: 'M9 5l7 7-7 7' })),
    el('span', null, l?.after && light(l.after.light), f && el('b', null, figure(f.after, f.unit))));
}

function figure(value, name) {
  if (value === null || value === undefined) return t('value.unknown');
  return name === '%' ? `${number(value, 1)}%` : `${number(value, 2)} ${unit(name)}`;
}
