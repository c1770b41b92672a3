/** One figure to be told: what was, what is asked, the field, what a check says. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, number, quantity } from '/shared/format.js';
import { check, lastOf } from './checks.js';
import { attach } from './attach.js';
import { told } from './told.js';

const known = (value) => value !== undefined && value !== null;
export const keyOf = (row, cell) => `${row.type}:${row.subject}:${cell.township ?? ''}`;

/** context: {drafts, sheet, faults: key → text, files: key → [File], changed()}. A yes/no is a choice, all else a number. */
export function figureRow(row, cell, context) {
  const key = keyOf(row, cell);
  const { drafts, sheet, faults, changed } = context;
  const draft = drafts.get(key) ?? {};
  const name = cell.township ? `${row.name} ${cell.townshipName}` : row.name;
  const off = !sheet.writable;
  const value = row.kind === 'yes_no' ? yesNo(draft.value) : el('input', { class: 'field compact figure', inputmode: 'decimal', autocomplete: 'off', value: draft.value ?? '' });
  const note = el('input', { class: 'field compact note', maxlength: 500, value: draft.note ?? '' });
  const says = el('p', { class: 'entry-says', id: `says-${key}`, role: 'status' });
  const change = el('span', { class: 'entry-change' });
  for (const [node, label] of [[value, t('entry.figure-of', { name })], [note, t('entry.note-of', { name })]]) {
    node.setAttribute('aria-label', label);
    node.setAttribute('aria-describedby', says.id);
    node.disabled = off;
    node.dataset.key = key;
    node.addEventListener('input', save);
  }
  judge();
  return el('tr', { class: cell.township ? 'entry-town' : null, data: { row: key } },
    el('th', { scope: 'row', class: 'start' }, cell.township ? cell.townshipName : el('b', null, row.name), !cell.township && el('small', null, row.type === 'percent' ? t('basis.declared') : aboutUnit(row))),
    td('target', cell.township ? number(cell.quota, row.decimals) : known(row.target) ? quantity(row.target, row.unit, row.decimals) : t('value.unknown'),
      !cell.township && known(row.planned) && el('small', null, t('entry.planned', { planned: quantity(row.planned, row.unit, 1) }))),
    td('next', !cell.township && row.next ? [el('b', null, quantity(row.next.need, row.unit, row.decimals)), el('small', null, day(row.next.due))] : ''),
    td('before', told(cell.before, row)), td('now', told(cell.now, row), cell.now?.reason && el('small', { class: 'told-returned' }, cell.now.reason)),
    td('figure', value), td('change', change), el('td', { class: 'start entry-note', data: { head: t('entry.note') } }, el('div', { class: 'note-box' }, note, attach(key, name, context, save)), says));

  function save() {
    drafts.set(key, { value: value.value, note: note.value });
    delete faults[key];
    judge();
    changed();
  }

  function judge() {
    const found = check(row, cell, value.value, sheet.warnPoints);
    const words = [found.refused, ...found.asked].filter(Boolean).map(([word, args]) => t(word, shown(args, row)));
    const open = found.refused || (found.asked.length > 0 && !note.value.trim());
    if (faults[key]) words.push(faults[key]);
    put(says, words.join(' '));
    says.className = `entry-says${open || faults[key] ? ' bad' : ''}`;
    value.setAttribute('aria-invalid', String(Boolean(open || faults[key])));
    note.required = found.asked.length > 0;
    note.placeholder = t(note.required ? 'entry.note-needed' : 'entry.note-hint');
    const last = lastOf(cell);
    put(change, found.value === null || last === null || row.kind === 'yes_no' ? '' : signed(found.value - last));
  }
}

/** What of a draft can be sent, and what stands in its way: {value, ready}. null where nothing is typed. */
export function readyRow(row, cell, { drafts, sheet }) {
  const draft = drafts.get(keyOf(row, cell));
  if (!draft?.value) return null;
  const { value, refused, asked } = check(row, cell, draft.value, sheet.warnPoints);
  return { value, note: draft.note?.trim() || null, ready: !refused && (asked.length === 0 || Boolean(draft.note?.trim())) };
}

const td = (head, ...content) => el('td', { data: { head: t(`entry.${head}`) } }, content);
const shown = (args, row) => Object.fromEntries(Object.entries(args).map(([name, figure]) => [name, quantity(figure, row.unit, 2)]));
const signed = (figure) => `${figure > 0 ? '+' : ''}${number(figure, 2)}`;
const aboutUnit = (row) => [quantity(0, row.unit).replace(/^0\s*/, ''), row.kind !== 'cumulative' && t(`entry.kind-${row.kind}`)].filter(Boolean).join(' · ');

function yesNo(chosen) {
  const select = el('select', { class: 'field compact figure' }, ['', '1', '0'].map((value) => el('option', { value }, value === '' ? '' : t(value === '1' ? 'entry.yes' : 'entry.no'))));
  select.value = chosen ?? '';
  return select;
}
