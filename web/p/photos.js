/** Photos that somebody let out, with caption and day; one that was taken back since leaves. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day } from '/shared/format.js';

export function photos(p) {
  if (!p.photos.length) return null;
  const section = el('section', null, el('h2', null, t('public.photos')), el('ul', { class: 'public-photos' }, p.photos.map((photo) => {
    const item = el('li', null, el('figure', null,
      el('img', { src: `/api/published/photos/${photo.id}`, alt: photo.caption, loading: 'lazy', on: { error: () => leave(item, section) } }),
      el('figcaption', null, photo.caption, el('span', { class: 'muted' }, ` ${day(photo.takenOn)}`))));
    return item;
  })));
  return section;
}

function leave(item, section) {
  item.remove();
  if (!section.querySelector('li')) section.remove();
}
