/** 现场照片 below the map: the chosen footprint's photos in order along it; their numbers are the drops on the map. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { shortMoment } from '/shared/format.js';
import { icon } from '/shared/icons.js';
import { openPhotos, photoUrl } from '/shared/lightbox.js';
import { change, state, watch } from './state.js';
import { evidence } from './evidence.js';
import { reportsOf } from './known-reports.js';
import { lookUp } from './load.js';

const SHOT_PX = 124;

export function startPhotoStrip(box) {
  let shots = [];
  let from = 0;
  let [asked, name] = ['', ''];
  /** As many as have room; all of them where the screen has no room for the strip and only the drops show. */
  const page = () => (box.offsetParent ? Math.max(1, Math.floor((box.clientWidth - 40) / SHOT_PX)) : shots.length);
  const show = (start) => {
    from = Math.max(0, Math.min(start, shots.length - page()));
    const shown = shots.slice(from, from + page());
    change({ strip: { shots, from, to: from + shown.length } });
    put(box, strip({ shots, shown, from, name, step: (by) => show(from + by * page()) }));
  };
  const read = async () => {
    const code = state.footprint;
    const key = code && state.progress ? `${code}|${state.day}|${state.progress.revision}` : '';
    if (key === asked) return;
    const again = asked.split('|')[0] === code;
    asked = key;
    box.hidden = !key;
    if (!key) return change({ strip: null });
    if (!again) { from = 0; change({ strip: null }); put(box, framed(el('h3', null, t('strip.title')), grey())); }
    try {
      const [feature, { reports }] = await Promise.all([lookUp(`/api/footprints/${encodeURIComponent(code)}`), reportsOf({ footprint: code })]);
      if (asked !== key) return;
      [shots, name] = [evidence(reports, feature.geometry), feature.properties.name];
      show(from);
    } catch (problem) {
      if (asked === key) put(box, framed(el('h3', null, t('strip.title')), lost(problem, () => { asked = ''; read(); })));
    }
  };
  watch(['footprint', 'day', 'progress'], read);
  watch(['pointed'], ({ pointed }) => box.querySelectorAll('.shot').forEach((shot) => shot.classList.toggle('pointed', shot.dataset.sha === pointed)));
  new ResizeObserver(() => { if (state.strip && state.strip.to - from !== Math.min(page(), shots.length - from)) show(from); }).observe(box);
}

/** Opens the photo at a place in the strip; arrow keys go on through all of it. */
export function openShot(shots, shot) {
  const title = shot.report.footprint?.name ?? t('strip.title');
  openPhotos(shots.map(({ photo }) => photo), shots.indexOf(shot), title, state.me.zone);
}

function strip({ shots, shown, from, name, step }) {
  const more = shots.length > shown.length;
  const button = (key, by, off) => el('button', { class: 'icon-button', type: 'button', 'aria-label': t(`strip.${key}`), title: t(`strip.${key}`), disabled: off, on: { click: () => step(by) } },
    icon(by < 0 ? 'left' : 'right', 16));
  const head = [el('h3', null, t('strip.title')), el('p', null, `${name} · `, more ? t('strip.shown', { count: shots.length, from: from + 1, to: from + shown.length }) : t('strip.count', { count: shots.length }),
    state.progress.demo && ` · ${t('strip.drawn')}`),
  more && el('div', { class: 'strip-steps' }, button('before', -1, from === 0), button('after', 1, from + shown.length >= shots.length))];
  if (!shots.length) return framed(el('h3', null, t('strip.title')), el('p', { class: 'strip-none' }, t('strip.none')));
  return framed(head, el('ol', { class: 'shots' }, shown.map((shot, i) => item(shots, shot, from + i + 1))));
}

function item(shots, shot, n) {
  const { photo, place, standing } = shot;
  const point = (sha) => () => change({ pointed: sha });
  const taken = photo.takenAt ? shortMoment(photo.takenAt, state.me.zone) : t('photo.no-time');
  return el('li', null, el('button', {
    class: 'shot', type: 'button', data: { sha: photo.sha256, standing }, 'aria-label': `${t('photo.open', { n, name: place })} · ${t(`strip.${standing}`)} · ${taken}`,
    on: { click: () => openShot(shots, shot), mouseenter: point(photo.sha256), mouseleave: point(null), focus: point(photo.sha256), blur: point(null) },
  },
  el('img', { src: photoUrl(photo.sha256, true), alt: '' }), el('span', { class: 'shot-tag' }, `${n} · ${t(`strip.${standing}`)}`),
  el('span', { class: 'shot-caption' }, el('b', null, place), taken)));
}

const framed = (head, body) => el('section', { class: 'strip', 'aria-label': t('strip.title') }, el('header', null, head), body);

const grey = () => el('div', { class: 'shots', role: 'status', 'aria-label': t('state.loading') }, Array.from({ length: 4 }, () => el('span', { class: 'grey shot-grey' })));

function lost(problem, retry) {
  return el('p', { class: 'strip-none', role: 'alert' }, problem.status === 0 ? t('failure.offline') : problem.message, ' ',
    el('button', { class: 'text-button', type: 'button', on: { click: retry } }, t('failure.retry')));
}
