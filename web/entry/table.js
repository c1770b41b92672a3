/** The sheet: one table, a group of rows for each track. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { quantity } from '/shared/format.js';
import { light } from '/shared/light.js';
import { figureRow, keyOf } from './row.js';
import { itemRow, settled } from './item.js';

const HEADS = ['indicator', 'target', 'next', 'before', 'now', 'figure', 'change', 'note'];

export function table(sheet, context) {
  return el('table', { class: 'table entry-table' },
    el('thead', null, el('tr', null, HEADS.map((name) => el('th', { scope: 'col', class: ['indicator', 'note'].includes(name) ? 'start' : null }, t(`entry.${name}`))))),
    sheet.tracks.map((track) => el('tbody', null, trackHead(track), track.rows.flatMap((row) => figureRows(row, context)), itemRows(track, context))));
}

function trackHead({ about, light: code }) {
  return el('tr', { class: 'entry-track' }, el('th', { scope: 'colgroup', colspan: HEADS.length, class: 'start' },
    el('a', { href: `/?project=${about.project}` }, `${about.project} ${about.projectName}`), about.trackName && el('span', null, about.trackName), light(code)));
}

/** The townships told before, and those just added; by township only, the indicator is a line of its own. */
export function cellsOf(row, { drafts, sheet }) {
  const there = new Set(row.townships.map((cell) => cell.township));
  const added = sheet.townships.filter(({ code }) => !there.has(code) && drafts.get(keyOf(row, { township: code })))
    .map(({ code, name }) => ({ township: code, townshipName: name }));
  return [...(row.whole ? [row.whole] : []), ...row.townships, ...added];
}

function figureRows(row, context) {
  const cells = cellsOf(row, context);
  const open = row.byTownship || row.type === 'percent' || row.townships.length > 0;
  return [!row.whole && el('tr', { class: 'entry-of' }, el('th', { scope: 'row', class: 'start', colspan: HEADS.length }, el('b', null, row.name), el('small', null, t('entry.by-township', { target: quantity(row.target, row.unit, row.decimals), verified: quantity(row.verified, row.unit, row.decimals) })))),
    ...cells.map((cell) => figureRow(row, cell, context)), open && context.sheet.writable && addTownship(row, cells, context)].filter(Boolean);
}

function addTownship(row, cells, { sheet, drafts, redraw }) {
  const left = sheet.townships.filter(({ code }) => !cells.some((cell) => cell.township === code));
  if (!left.length) return null;
  const select = el('select', { class: 'field compact add', 'aria-label': t('entry.add-township-to', { name: row.name }) }, el('option', { value: '' }, t('entry.add-township')), left.map(({ code, name }) => el('option', { value: code }, name)));
  select.addEventListener('change', () => {
    const key = keyOf(row, { township: select.value });
    drafts.set(key, { kept: true });
    redraw(key);
  });
  return el('tr', { class: 'entry-add' }, el('td', { class: 'start', colspan: HEADS.length }, select));
}

function itemRows({ items }, context) {
  const open = items.filter((item) => !settled(item) || context.drafts.get(`checklist:${item.code}`));
  const done = items.length - open.length;
  return [...open.map((item) => itemRow(item, context)),
    done > 0 && el('tr', { class: 'entry-of' }, el('td', { class: 'start muted', colspan: HEADS.length }, t('entry.settled', { count: done })))].filter(Boolean);
}
