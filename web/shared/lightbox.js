/** A photo large, with where and when it was taken; arrow keys walk through the photos of one report. */
import { el, put } from './dom.js';
import { t } from './i18n.js';
import { moment, number } from './format.js';
import { icon } from './icons.js';

export const photoUrl = (sha256, thumb = false) => `/api/photos/${sha256}${thumb ? '?size=thumb' : ''}`;

/** photos: as in a report, each may have `said`: [texts] of its report; title: what they show; zone: the district's. */
export function openPhotos(photos, first, title, zone) {
  let at = first;
  const picture = el('img', { alt: title });
  const caption = el('p', { class: 'caption' });
  const heading = el('h2');
  const step = (by) => show((at + by + photos.length) % photos.length);
  const button = (name, act) => el('button', { class: 'icon-button', type: 'button', 'aria-label': t(`photo.${name}`), on: { click: act } },
    icon({ previous: 'left', next: 'right', close: 'close' }[name], 20));
  const close = button('close', () => dialog.close());
  const dialog = el('dialog', { class: 'photo', 'aria-label': title },
    el('header', null, photos.length > 1 && [button('previous', () => step(-1)), button('next', () => step(1))], heading, close),
    picture, caption);

  function show(index) {
    at = index;
    const photo = photos[at];
    picture.hidden = false;
    picture.src = photoUrl(photo.sha256);
    put(heading, `${title}  ${at + 1}/${photos.length}`);
    put(caption,
      el('span', null, photo.takenAt ? moment(photo.takenAt, zone) : t('photo.no-time')),
      photo.lon && el('span', null, `${number(photo.lat, 5)}, ${number(photo.lon, 5)}`),
      photo.accuracyM && el('span', null, t('photo.accuracy', { metres: number(photo.accuracyM, 0) })),
      (photo.said ?? []).map((text) => el('span', null, text)),
      el('span', null, `SHA-256 ${photo.sha256.slice(0, 12)}…`));
  }

  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowLeft') step(-1);
    if (event.key === 'ArrowRight') step(1);
    event.stopPropagation();
  });
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  show(first);
  dialog.showModal();
}
