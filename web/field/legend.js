/** What the lines mean, in the dialog that every page uses. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';

const KINDS = ['verified', 'reported', 'waiting', 'missing'];

export function openLegend() {
  const close = el('button', { class: 'icon-button', type: 'button', 'aria-label': t('dialog.close'), on: { click: () => dialog.close() } }, icon('close', 24));
  const dialog = el('dialog', { 'aria-label': t('field.legend') },
    el('header', null, el('h2', null, t('field.legend')), close),
    el('ul', { class: 'body field-legend' }, KINDS.map((kind) => el('li', null, el('i', { class: kind }), el('span', null, t(`field.legend-${kind}`)))),
      el('li', null, el('i', { class: 'me' }), el('span', null, t('field.legend-me')))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
