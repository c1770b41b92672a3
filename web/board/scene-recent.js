/** What was verified in the last days, newest first. */
import { el } from '/shared/dom.js';
import { day, number, unit } from '/shared/format.js';
import { t } from '/shared/i18n.js';

const ROWS = 8;

/** Null where nothing was verified lately. */
export function drawRecent({ facts }) {
  const rows = facts.recent.slice(0, ROWS).map((item) => ({ ...item, ...find(facts, item) }));
  if (!rows.length) return null;
  return el('div', { class: 'recent' }, rows.map(({ day: on, quantity, project, indicator }) => el('div', { class: 'recent-row' },
    el('span', { class: 'when' }, day(on)), el('b', null, project.shortName), el('span', { class: 'what' }, indicator.name),
    el('b', { class: 'plus' }, `+${number(quantity, indicator.decimals)} `, el('small', null, unit(indicator.unit))),
    el('span', { class: 'now' }, indicator.verifiedPercent === undefined ? '' : t('board.recent.now', { percent: number(indicator.verifiedPercent, 1) })))));
}

function find(facts, { project: number_, indicator: code }) {
  const project = facts.projects.find((p) => p.number === number_);
  return { project, indicator: project.tracks.flatMap((tr) => tr.indicators).find((i) => i.code === code) };
}
