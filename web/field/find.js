/** All works of the packs by name, number or project; the nearest first. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { glyph, icon } from '/shared/icons.js';
import { length } from '/shared/format.js';
import { state } from './state.js';
import { nearestWorks, standing } from './near.js';
import { startMark } from './mark.js';

const MOST = 60;

export function openFind() {
  const list = el('ul', { class: 'found' });
  const input = el('input', { class: 'field', type: 'search', autocomplete: 'off', 'aria-label': t('field.find'), placeholder: t('field.find-hint'), on: { input: () => fill(list, input.value, dialog) } });
  const close = el('button', { class: 'icon-button', type: 'button', 'aria-label': t('dialog.close'), on: { click: () => dialog.close() } }, icon('close', 24));
  const dialog = el('dialog', { class: 'find', 'aria-label': t('field.find') }, el('header', null, input, close), list);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  fill(list, '', dialog);
  dialog.showModal();
}

function fill(list, text, dialog) {
  const wanted = text.trim().toLowerCase();
  const here = state.fix ?? state.middle;
  const works = state.works.filter(({ code, properties }) => [code, properties.name, `${properties.project}`, state.projects?.get(properties.project)].some((part) => `${part ?? ''}`.toLowerCase().includes(wanted)));
  const sorted = here ? nearestWorks(works, here) : works.map((work) => ({ work, offM: null }));
  put(list, sorted.slice(0, MOST).map(({ work, offM }) => el('li', null, el('button', { class: 'near', type: 'button', on: { click: () => { dialog.close(); startMark(work); } } },
    el('span', { class: 'gl' }, glyph(state.icons?.get(work.properties.project), 24)),
    el('span', { class: 'what' }, el('b', null, work.properties.name), el('span', null, `${work.properties.project} · ${standing(work, state.items)}`)),
    offM !== null && el('span', { class: 'far' }, el('b', null, length(Math.round(offM))))))),
  sorted.length > MOST && el('li', { class: 'muted' }, t('field.find-more', { count: sorted.length - MOST })), !sorted.length && el('li', { class: 'muted' }, t('field.find-none')));
}
