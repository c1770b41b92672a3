/** A titled dialog that goes away when closed; Esc closes it, focus returns to where it was. */
import { el } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

export function dialog(title, ...body) {
  const close = el('button', { class: 'icon-button', type: 'button', 'aria-label': t('app.close'), on: { click: () => box.close() } }, icon('close', 18));
  const box = el('dialog', { 'aria-label': title },
    el('header', null, el('h2', null, title), close), el('div', { class: 'body' }, ...body));
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}
