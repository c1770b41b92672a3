/** Scale bar, north arrow, the note that borders are schematic, a faint kilometre grid. */
import { el, put, svg } from './dom.js';
import { t } from './i18n.js';
import { uiScale } from './ui-scale.js';
import { toWorld } from './world.js';

const MAX_PX = 110;

/** The bar and the note, kept to the map's zoom. */
export function furniture(map, base) {
  const bar = el('span', { class: 'scale-bar', role: 'img' });
  const draw = () => put(bar, ...scale(map));
  map.on('zoomend moveend', draw);
  map.whenReady(draw);
  return el('div', { class: 'map-foot' }, bar, el('div', null,
    base.schematic && el('p', null, t('map.schematic')), base.source && el('p', { class: 'source', title: base.source }, t('map.source', { source: base.source }))));
}

export function northArrow() {
  return el('div', { class: 'north', 'aria-label': t('map.north'), role: 'img' },
    svg('svg', { width: 14, height: 24, viewBox: '0 0 14 24', 'aria-hidden': 'true' },
      svg('path', { d: 'M7 1 12.500 22 7 17.500 1.500 22Z', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.4, 'stroke-linejoin': 'round' }),
      svg('path', { d: 'M7 1 12.500 22 7 17.500Z', fill: 'currentColor' })),
    el('span', null, t('map.north-letter')));
}

function scale(map) {
  const middle = map.getSize().divideBy(2);
  const metres = map.distance(map.containerPointToLatLng(middle), map.containerPointToLatLng(middle.add([100, 0]))) / 100;
  const round = roundDown(MAX_PX * uiScale() * metres);
  const width = Math.round(round / metres / uiScale());
  const text = round >= 1000 ? `${round / 1000} km` : `${round} m`;
  return [svg('svg', { width: width + 2, height: 9, 'aria-hidden': 'true' },
    svg('path', { d: `M1 1V8H${width + 1}V1M${width / 2 + 1} 8V4`, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.2 })), el('span', null, text)];
}

/** 1, 2 or 5 times a power of ten. */
function roundDown(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [5, 2, 1].map((n) => n * power).find((n) => n <= value);
}

/** Lines every kilometre (500 m when closer) of the district's middle latitude, in layer pixels of a canvas frame. */
export function drawGrid(context, { zoom, scale: px, origin, box }, latitude) {
  const km = zoom >= 15 ? 0.5 : zoom >= 13 ? 1 : 5;
  const step = km / (40075.017 * Math.cos((latitude * Math.PI) / 180));
  const [zeroX, zeroY] = toWorld([100, 30]);
  context.beginPath();
  for (let x = zeroX + Math.ceil((box.minX - zeroX) / step) * step; x < box.maxX; x += step) {
    context.moveTo(x * px - origin.x, box.minY * px - origin.y);
    context.lineTo(x * px - origin.x, box.maxY * px - origin.y);
  }
  for (let y = zeroY + Math.ceil((box.minY - zeroY) / step) * step; y < box.maxY; y += step) {
    context.moveTo(box.minX * px - origin.x, y * px - origin.y);
    context.lineTo(box.maxX * px - origin.x, y * px - origin.y);
  }
  context.strokeStyle = getComputedStyle(document.documentElement).getPropertyValue('--m-grid');
  context.lineWidth = 1;
  context.stroke();
}
