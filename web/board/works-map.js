/** A project's ground close up: verified solid, reported hatched, the rest grey. */
import { svg } from '/shared/dom.js';
import { cut, linesOf } from '/shared/measure.js';
import { t } from '/shared/i18n.js';
import { boxOf, toWorld, worldPolygons } from '/shared/world.js';
import { fit, linePath, ringPath, worldLines } from './project.js';
import { besideRivers } from './banks.js';
import { riverName } from './river-name.js';

const PAD = 90;
const LEAST = 6e-5;
const LEAST_AREA_PX = 26;

export function worksMap(base, features, { width, height }) {
  const frame = { x: PAD, y: PAD, width: width - 2 * PAD, height: height - 2 * PAD };
  const shapes = features.map(({ geometry }) => geometryPoints(geometry));
  const box = widened(shapes.reduce((all, nest) => boxOf(nest, all), undefined));
  const place = fit(box, frame);
  const banks = besideRivers(base.rivers.features, place);
  const taken = [[0, height - 220, 320, height], ...features.flatMap(({ geometry }) => banks(linesOf(geometry)).flat().map(([x, y]) => [x - 8, y - 8, x + 8, y + 8]))];
  const all = { x: 0, y: 0, width, height };
  return svg('svg', { class: 'map works', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': t('board.works') },
    svg('rect', { class: 'land', ...all }),
    base.townships.features.map(({ geometry }) => svg('path', { class: 'town-line', d: ringPath(worldPolygons(geometry), place.at) })),
    base.rivers.features.map((river) => svg('path', { class: 'water', d: worldLines(river.geometry).map((line) => linePath(line, place.at)).join(''), 'stroke-width': place.scale * LEAST > 60 ? 22 : 8 })),
    features.map((feature) => draw(feature, place, banks)),
    base.rivers.features.map((river) => riverName(river, place.at, 27, taken, all)),
    key(height));
}

/** A single point would be enlarged without end. */
function widened(box) {
  const grow = (low, high) => (high - low < LEAST ? [(low + high - LEAST) / 2, (low + high + LEAST) / 2] : [low, high]);
  const [minX, maxX] = grow(box.minX, box.maxX);
  const [minY, maxY] = grow(box.minY, box.maxY);
  return { minX, maxX, minY, maxY };
}

/** Any nest of world fractions. */
export function geometryPoints(geometry) {
  if (geometry.type === 'Point') return [toWorld(geometry.coordinates)];
  if (geometry.type.endsWith('Polygon')) return worldPolygons(geometry);
  if (geometry.type.endsWith('LineString')) return worldLines(geometry);
  return geometry.coordinates.map(toWorld);
}

function draw({ geometry, properties }, place, banks) {
  if (geometry.type.endsWith('LineString')) return line(geometry, properties, banks(linesOf(geometry)));
  if (geometry.type.endsWith('Polygon'))
    return area(worldPolygons(geometry), properties.state, place);
  return geometryPoints(geometry).map((point) => {
    const [x, y] = place.at(point);
    return svg('circle', { class: `spot ${properties.state}`, cx: x.toFixed(1), cy: y.toFixed(1), r: 13 });
  });
}

/** One too small to see from afar is drawn as a square. */
function area(polygons, state, place) {
  const box = boxOf(polygons);
  const [x, y] = place.at([(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2]);
  if ((box.maxX - box.minX) * place.scale > LEAST_AREA_PX) return svg('path', { class: `area ${state}`, d: ringPath(polygons, place.at) });
  return svg('rect', { class: `spot ${state}`, x: x - 12, y: y - 12, width: 24, height: 24 });
}

/** `lines` are [x, y, m] in the pixels of the drawing. */
function line(geometry, { reported = [], verified = [] }, lines) {
  const path = (parts) => parts.map((part) => linePath(part, (point) => point)).join('');
  const of = (ranges) => path(ranges.flatMap(([from, to]) => cut(lines, from, to)));
  return [
    svg('path', { class: 'work-case', d: path(lines) }), svg('path', { class: 'work planned', d: path(lines) }),
    reported.length > 0 && [svg('path', { class: 'work reported', d: of(reported) }), svg('path', { class: 'work reported-core', d: of(reported) })],
    verified.length > 0 && svg('path', { class: 'work verified', d: of(verified) }),
  ];
}

function key(height) {
  const rows = ['verified', 'reported', 'planned'];
  return svg('g', { transform: `translate(28 ${height - 190})` }, svg('rect', { class: 'key', width: 270, height: 162, rx: 6 }),
    rows.map((kind, i) => svg('g', { transform: `translate(22 ${36 + i * 45})` },
      svg('path', { class: `work ${kind}`, d: 'M0 0H58' }), kind === 'reported' && svg('path', { class: 'work reported-core', d: 'M0 0H58' }),
      svg('text', { class: 'key-text', x: 76, y: 9 }, t(`board.key.${kind}`)))));
}
