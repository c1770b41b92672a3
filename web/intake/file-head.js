/** Which file is open, its weight and hash, and the way back. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { moment } from '/shared/format.js';
import { icon } from '/shared/icons.js';
import { size } from './drop-zone.js';

/** discard null = it cannot be given up any more. */
export function fileHead(current, { me }, { back, discard }) {
  return el('div', { class: 'file-head' },
    el('button', { class: 'icon-button', type: 'button', 'aria-label': t('intake.back'), on: { click: back } }, icon('left', 18)),
    el('div', null, el('h2', null, t('intake.number', { number: current.number }), ' ', current.fileName),
      el('p', { class: 'muted' }, `${size(current.fileBytes)} · ${current.createdBy} · ${moment(current.createdAt, me.zone)} · SHA-256 `, el('code', { title: current.fileSha256 }, current.fileSha256.slice(0, 12)))),
    discard && el('button', { class: 'text-button', type: 'button', id: 'discard', on: { click: discard } }, t('intake.discard')));
}
