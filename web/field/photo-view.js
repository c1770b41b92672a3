/** A photo large with its stamp: what, when, where, how exact. The stamp is for people; the bytes stay as they are. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { number } from '/shared/format.js';
import { urlOf } from './pic-strip.js';
import { age } from './when.js';

/** pic: {bytes, sha256, takenAt, …}; remove(pic) or missing. */
export function viewPhoto(pic, title, remove) {
  const close = el('button', { class: 'icon-button', type: 'button', 'aria-label': t('photo.close'), on: { click: () => dialog.close() } }, icon('close', 24));
  const dialog = el('dialog', { class: 'photo', 'aria-label': title },
    el('header', null, el('h2', null, title), close),
    el('figure', { class: 'stamped' }, el('img', { src: urlOf(pic), alt: title }), el('figcaption', null, stamp(pic, title).map((line) => el('span', null, line)))),
    remove && el('p', { class: 'caption' }, el('button', { class: 'button', type: 'button', on: { click: () => { dialog.close(); remove(pic); } } }, t('field.photo-remove'))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function stamp({ takenAt, lon, lat, accuracyM, bearing, sha256 }, title) {
  return [
    title,
    takenAt && age(takenAt),
    lon !== undefined ? `${number(lat, 5, true)}, ${number(lon, 5, true)} ±${Math.round(accuracyM)} m` : t('field.photo-no-place'),
    bearing !== undefined && t('field.photo-bearing', { degrees: bearing }),
    `SHA-256 ${sha256.slice(0, 12)}…`,
  ].filter(Boolean);
}
