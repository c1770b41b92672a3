/** One item of a gate: done or not, with pictures of its papers. Pictures wait in the page only until they are sent. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day } from '/shared/format.js';
import { attach } from './attach.js';
import { state } from './told.js';

export const itemKey = (item) => `checklist:${item.code}`;

/** context as for a figure, with files: key → [File]. */
export function itemRow(item, context) {
  const key = itemKey(item);
  const { drafts, sheet, faults, changed } = context;
  const draft = drafts.get(key) ?? {};
  const choice = el('select', { class: 'field compact', 'aria-label': t('entry.item-of', { name: item.text }), disabled: !sheet.writable },
    ['', 'yes', 'no'].map((value) => el('option', { value }, value === '' ? '' : t(value === 'yes' ? 'entry.done' : 'entry.undone'))));
  choice.value = draft.done ?? '';
  const note = el('input', { class: 'field compact note', maxlength: 500, value: draft.note ?? '', disabled: !sheet.writable, 'aria-label': t('entry.note-of', { name: item.text }), placeholder: t('entry.note-hint') });
  const save = () => {
    drafts.set(key, { done: choice.value, note: note.value });
    delete faults[key];
    changed();
  };
  [choice, note].forEach((node) => { node.dataset.key = key; node.addEventListener('input', save); });
  return el('tr', { data: { row: key } },
    el('th', { scope: 'row', class: 'start wrap', colspan: 2 }, el('b', null, item.text), item.flag && el('small', null, t('entry.flagged')), !item.gating && el('small', null, t('gate.informs'))),
    el('td', { data: { head: t('entry.next') } }, day(item.due)),
    el('td', { colspan: 2, data: { head: t('entry.now') } }, item.last ? el('span', { class: 'told' }, el('b', null, t(item.last.done ? 'entry.done' : 'entry.undone')), el('small', null, day(item.last.asOf), ' ', state(item.last)), item.last.reason && el('small', { class: 'told-returned' }, item.last.reason)) : el('span', { class: 'muted' }, t('entry.nothing'))),
    el('td', { data: { head: t('entry.figure') } }, choice),
    el('td', { data: { head: t('entry.papers') } }, attach(key, item.text, context, save)),
    el('td', { class: 'start entry-note', data: { head: t('entry.note') } }, note, faults[key] && el('p', { class: 'entry-says bad', role: 'alert' }, faults[key])));
}

export const settled = (item) => item.last?.done && item.last.state === 'accepted';
