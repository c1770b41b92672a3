/** Rows of a sheet as fields that can be corrected. What is blank is left out of the row, never 0. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { choiceName, columnName } from './plan-columns.js';

let ids = 0;

function set(row, field, value) {
  if (value.trim()) row[field] = value.trim();
  else delete row[field];
}

function control(row, column, changed, id) {
  const value = row[column.field] ?? '';
  const label = id ? null : columnName(column.field);
  const listen = { change: (event) => { set(row, column.field, event.target.value); changed(); } };
  if (column.codes) {
    const codes = value && !column.codes.includes(value) ? [value, ...column.codes] : column.codes;
    const select = el('select', { class: 'field compact', id, 'aria-label': label, on: listen }, el('option', { value: '' }, '—'), codes.map((code) => el('option', { value: code }, choiceName(column.field, code))));
    select.value = value;
    return select;
  }
  if (column.wide && value.length > 40) {
    const area = el('textarea', { class: 'field compact', id, 'aria-label': label, rows: 2, on: listen });
    area.value = value;
    return area;
  }
  return el('input', { class: `field compact${column.number ? ' number' : ''}${column.wide ? ' wide' : ''}`, id, 'aria-label': label, value, inputmode: column.number ? 'decimal' : null, on: listen });
}

/** One row as labelled fields. */
export function fields(row, columns, changed) {
  return el('div', { class: 'plan-fields' }, columns.map((column) => {
    const id = `plan-field-${(ids += 1)}`;
    return el('div', { class: column.wide ? 'wide' : '', data: { field: column.field } }, el('label', { class: 'label', for: id }, columnName(column.field)), control(row, column, changed, id));
  }));
}

/** Rows as a table, each with the sentence it comes from beneath. remove: null = none can go. */
export function table(rows, columns, changed, remove) {
  if (!rows.length) return el('p', { class: 'muted' }, t('plan-in.no-rows'));
  const span = columns.length + (remove ? 1 : 0);
  return el('div', { class: 'plan-scroll' }, el('table', { class: 'table plan-rows' },
    el('thead', null, el('tr', null, columns.map((column) => el('th', { scope: 'col', class: 'start' }, columnName(column.field))), remove && el('th', null, el('span', { class: 'aloud' }, t('plan-in.remove'))))),
    rows.map((row) => el('tbody', null,
      el('tr', null, columns.map((column) => el('td', { class: 'start', data: { field: column.field } }, column.fixed ? row[column.field] ?? '—' : control(row, column, changed))),
        remove && el('td', null, el('button', { class: 'icon-button', type: 'button', 'aria-label': t('plan-in.remove-row', { code: row.code ?? row.item ?? row.indicators ?? '' }), on: { click: () => remove(row) } }, icon('close', 14)))),
      row.source && el('tr', { class: 'source' }, el('td', { class: 'start wrap', colspan: span }, el('span', { class: 'label' }, t('plan-in.source'), ' '), row.source))))));
}

export function addButton(what, click) {
  return el('button', { class: 'text-button plan-add', type: 'button', on: { click } }, t(`plan-in.add.${what}`));
}
