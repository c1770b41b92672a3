/** The photos of a mark: those taken, and the camera. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { state } from './state.js';
import { amend } from './mark.js';
import { takePhoto } from './photo.js';
import { viewPhoto } from './photo-view.js';
import { toast } from './toast.js';

const urls = new Map();

/** below: what else is to be said beside them. */
export function picStrip(claim, below) {
  const input = el('input', { type: 'file', accept: 'image/*', capture: 'environment', class: 'aloud', id: 'camera', tabindex: '-1', on: { change: () => add(input) } });
  const count = claim.pics.length + claim.kept.length;
  return el('div', { class: 'pics' }, claim.pics.map((pic, i) => thumb(claim, pic, i)),
    el('label', { class: 'add', 'aria-label': t('field.take-photo') }, icon('camera', 28), input),
    el('p', null, count ? t('field.photos', { count }) : t('field.no-photos'), el('br'), below));
}

const thumb = (claim, pic, i) => el('button', { class: 'pic', type: 'button', 'aria-label': t('field.photo-n', { n: i + 1 }), on: { click: () => viewPhoto(pic, claim.work.properties.name, remove) } },
  el('img', { src: urlOf(pic), alt: '' }));

function remove(pic) {
  amend({ pics: state.claim.pics.filter((other) => other !== pic) });
}

async function add(input) {
  const [file] = input.files;
  if (!file) return;
  try {
    const pic = await takePhoto(file, state.fix);
    if (state.claim && !state.claim.pics.some((other) => other.sha256 === pic.sha256)) amend({ pics: [...state.claim.pics, pic] });
  } catch {
    toast(t('field.photo-broken'));
  }
}

/** One object URL for each picture, for as long as the app is open. */
export function urlOf({ sha256, bytes }) {
  if (!urls.has(sha256)) urls.set(sha256, URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' })));
  return urls.get(sha256);
}
