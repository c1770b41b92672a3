/** The two ways in: a notice, pasted or as a file, and a workbook. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { fileButton } from './plan-file.js';

/** said: what came of the last try, or nothing. */
export function start({ said, paste, notice, workbook }) {
  const text = el('textarea', { class: 'field', id: 'notice-text', rows: 12, spellcheck: 'false', placeholder: t('plan-in.paste-here') });
  const form = el('form', { class: 'plan-way' },
    el('h2', { tabindex: -1 }, t('plan-in.from-notice')), el('p', null, t('plan-in.from-notice-how')),
    el('label', { class: 'label', for: 'notice-text' }, t('plan-in.pasted')), text,
    el('div', { class: 'plan-acts' }, el('button', { class: 'button primary', type: 'submit', id: 'read-notice' }, t('plan-in.read')),
      fileButton('notice-file', t('plan-in.choose-docx'), '.docx', notice)));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (text.value.trim()) paste(text.value);
    else text.focus();
  });
  // Tabs part the cells of a pasted table: they must arrive.
  const book = el('section', { class: 'plan-way' },
    el('h2', null, t('plan-in.from-workbook')), el('p', null, t('plan-in.from-workbook-how')),
    el('div', { class: 'plan-acts' },
      el('a', { class: 'button', href: '/api/plan-workbook', download: '', id: 'workbook-now' }, t('plan-in.download-now')),
      el('a', { class: 'button', href: '/api/plan-workbook/template', download: '' }, t('plan-in.download-template'))),
    el('div', { class: 'plan-acts' }, fileButton('workbook-file', t('plan-in.choose-xlsx'), '.xlsx', workbook)),
    el('p', { class: 'muted' }, t('plan-in.nothing-yet')));
  return el('div', { class: 'plan-start' }, said, el('div', { class: 'plan-ways' }, form, book));
}
