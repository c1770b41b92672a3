/** The photos of the open report, numbered as their pins, each with where on the line, when, and how far off. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { number } from '/shared/format.js';
import { linesOf, nearest, stationText } from '/shared/measure.js';
import { openPhotos, photoUrl } from '/shared/lightbox.js';
import { needsPhoto, photoOffsets } from './checks.js';
import { desk } from './desk.js';
import { claimOf, titleOf, when } from './words.js';

/** map.point(i) marks the photo's pin, map.point(null) none. */
export function drawPhotos(box, current, map) {
  const { report, feature } = current;
  const offsets = photoOffsets(report, feature);
  if (!report.photos.length) return put(box, el('p', { class: 'no-photos' }, t(needsPhoto(report) ? 'review.no-photos' : 'review.photos-not-needed')));
  return put(box, el('ol', { class: 'shots', data: { count: Math.min(report.photos.length, 3) } },
    report.photos.map((photo, i) => el('li', { on: { mouseenter: () => map.point(i), mouseleave: () => map.point(null) } },
      picture(current, photo, i), caption(photo, feature, offsets[i])))));
}

/** From the keyboard, a pin or a click; only what has arrived can be shown. */
export function openPhoto(current, index) {
  const arrived = current?.report.photos.filter((photo) => photo.arrived) ?? [];
  const wanted = current?.report.photos[index];
  if (arrived.length) openPhotos(arrived, Math.max(0, arrived.indexOf(wanted)), `${titleOf(current.report)} ${claimOf(current.report)}`, desk.me.zone);
}

function picture(current, photo, i) {
  const tag = el('span', { class: 'shot-tag' }, String(i + 1));
  if (!photo.arrived) return el('div', { class: 'shot missing' }, tag, el('p', null, t('review.photo-missing')));
  return el('button', { class: 'shot', type: 'button', 'aria-label': t('review.photo-open', { n: i + 1 }), on: { click: () => openPhoto(current, i) } },
    el('img', { src: photoUrl(photo.sha256), alt: '' }), tag);
}

function caption(photo, feature, offset) {
  const lines = feature ? linesOf(feature.geometry) : [];
  const place = lines.length && photo.lon != null ? stationText(nearest(lines, photo.lon, photo.lat).m) : '';
  const facts = [
    photo.takenAt && when(photo.takenAt),
    offset != null && t(lines.length ? 'review.off-line' : 'review.off-place', { metres: number(Math.round(offset), 0) }),
    photo.accuracyM && `±${number(photo.accuracyM, 0)} m`,
  ].filter(Boolean);
  return el('p', { class: 'shot-caption' }, el('b', null, place), el('span', { class: 'muted' }, facts.join(' · ')));
}
