/** The district by township as one small SVG: fills by light with patterns, rivers, outline, labels. Pure; needs `lightPatterns()` once in the page. */
import { svg } from './dom.js';
import { labelSpots } from './label-spots.js';
import { boxOf, worldPolygons, toWorld } from './world.js';

const MARGIN = 8;
const LABEL_PX = 12.5;
/** Lights that are named first: what is wrong, then what is known. */
const LOUD = ['late', 'lag', 'pend', 'warn', 'stale'];

/**
 * base: as /api/published/base; lights: {township code: light code or 'withheld'}, missing = 不涉及;
 * size: {width, height, label} in px of the drawing; `label` is the size of the names.
 */
export function districtSvg({ base, lights, size }) {
  const outline = worldPolygons(base.district.geometry);
  const place = fit(boxOf(outline), size);
  const line = (rings) => rings.map((ring) => path(ring.map(place), true)).join('');
  const area = (polygons) => polygons.map(line).join('');
  const towns = base.townships.features.map(({ properties, geometry }) => ({ ...properties, polygons: worldPolygons(geometry), light: lights[properties.code] ?? 'none' }));
  const rim = area(outline);
  return svg('svg', { class: 'district', viewBox: `0 0 ${size.width} ${size.height}`, width: size.width, height: size.height, 'aria-hidden': 'true' },
    svg('defs', null, withheldPattern()),
    svg('path', { d: rim, class: 'ribbon' }),
    towns.map((town) => svg('path', { d: area(town.polygons), class: 'town', fill: `url(#f-${town.light})`, 'data-township': town.code, 'data-light': town.light })),
    base.rivers.features.flatMap(riverLines).map((river) => svg('path', { d: path(river.map(toWorld).map(place), false), class: 'river' })),
    svg('path', { d: rim, class: 'rim' }),
    labels(towns, place, size.label ?? LABEL_PX));
}

/** Thin level lines: neither a light nor bare land. */
function withheldPattern() {
  return svg('pattern', { id: 'f-withheld', width: 6, height: 6, patternUnits: 'userSpaceOnUse' },
    svg('rect', { width: 6, height: 6, fill: 'var(--surface)' }), svg('rect', { y: 2.5, width: 6, height: 1, fill: 'var(--line-strong)' }));
}

/** A legend's field of the same. */
export const withheldSwatch = () => svg('svg', { width: 26, height: 16, viewBox: '0 0 26 16', 'aria-hidden': 'true' },
  svg('rect', { x: 0.5, y: 0.5, width: 25, height: 15, fill: 'url(#f-withheld)', stroke: 'var(--m-town)' }));

/** World fractions → px, north up, as large as it goes. */
export function fit(box, { width, height }, margin = MARGIN) {
  const scale = Math.min((width - 2 * margin) / (box.maxX - box.minX || 1e-9), (height - 2 * margin) / (box.maxY - box.minY || 1e-9));
  const left = (width - (box.maxX - box.minX) * scale) / 2;
  const top = (height - (box.maxY - box.minY) * scale) / 2;
  return ([x, y]) => [left + (x - box.minX) * scale, top + (y - box.minY) * scale];
}

/** SVG path data of px points; points closer than half a px to the last are dropped. */
export function path(points, closed) {
  let last = [Infinity, Infinity];
  const kept = points.filter((point, i) => {
    const far = i === 0 || i === points.length - 1 || Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) > 0.5;
    if (far) last = point;
    return far;
  });
  return `M${kept.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}${closed ? 'Z' : ''}`;
}

export const riverLines = ({ geometry }) => (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates);

/** Names that fit into their own township and meet no other; a name that does not fit is left out, never shrunk. */
function labels(towns, place, px) {
  const order = (town) => (LOUD.includes(town.light) ? LOUD.indexOf(town.light) : town.light === 'none' ? 9 : 6);
  const taken = [];
  return [...towns].filter((town) => town.light !== 'none').sort((a, b) => order(a) - order(b)).map((town) => {
    const half = (town.shortName.length * px) / 2 + 1;
    for (const spot of labelSpots(town.polygons)) {
      const [x, y] = place([spot.x, spot.y]);
      const box = [x - half, y - px / 2 - 1, x + half, y + px / 2 + 1];
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push(box);
      return svg('text', { x: x.toFixed(1), y: (y + px * 0.36).toFixed(1), class: 'town-label', 'font-size': px, 'text-anchor': 'middle' }, town.shortName);
    }
    return null;
  });
}
