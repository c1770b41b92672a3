/** Ink drops where the shown photos were taken, numbered like the strip. The strip is the way by keyboard. */
import { divIcon, marker } from 'leaflet';
import { el, svg } from '/shared/dom.js';
import { uiScale } from '/shared/ui-scale.js';
import { change, state, watch } from './state.js';
import { openShot } from './photo-strip.js';

export function startPhotoDrops(map) {
  let drops = [];
  watch(['strip'], ({ strip }) => {
    drops.forEach(({ pin }) => pin.remove());
    drops = strip ? strip.shots.slice(strip.from, strip.to).map((shot, i) => ({ shot, n: strip.from + i + 1 })).filter(({ shot }) => shot.photo.lon != null)
      .map(({ shot, n }) => ({ shot, pin: drop(map, shot, n) })) : [];
  });
  watch(['pointed'], () => drops.forEach(({ shot, pin }) => {
    const on = shot.photo.sha256 === state.pointed;
    pin.getElement()?.classList.toggle('pointed', on);
    pin.setZIndexOffset(on ? 1000 : 0);
  }));
}

function drop(map, shot, n) {
  const sha = shot.photo.sha256;
  const ui = uiScale();
  const picture = svg('svg', { width: 24, height: 31, viewBox: '0 0 24 31', 'aria-hidden': 'true' },
    svg('path', { d: 'M12 30C10 24 2 19.500 2 11.500a10 10 0 0 1 20 0C22 19.500 14 24 12 30Z' }),
    svg('text', { x: 12, y: 16, 'text-anchor': 'middle' }, String(n)));
  const node = el('div', { class: 'drop', on: { mouseenter: () => change({ pointed: sha }), mouseleave: () => change({ pointed: null }) } }, picture);
  const pin = marker([shot.photo.lat, shot.photo.lon], {
    pane: 'photos', keyboard: false, icon: divIcon({ html: node, className: 'drop-anchor', iconSize: [24 * ui, 31 * ui], iconAnchor: [12 * ui, 30 * ui] }),
  });
  return pin.on('click', () => openShot(state.strip.shots, shot)).addTo(map);
}
