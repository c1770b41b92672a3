/** How far works are from a place, nearest first, and the short word on how they stand. */
import { t } from '/shared/i18n.js';
import { length } from '/shared/format.js';
import { linesOf, rangeText } from '/shared/measure.js';
import { lengthOf, subtract, union } from '/shared/ranges.js';
import { contains, toWorld } from '/shared/world.js';
import { distanceM, minima } from './passes.js';
import { myComponents, myQuantity, myRanges } from './mine.js';

/** [{work, offM}] sorted. */
export function nearestWorks(works, place) {
  return works.map((work) => ({ work, offM: offM(work, place) })).sort((a, b) => a.offM - b.offM);
}

/** Metres from a place to a work; 0 inside a polygon. */
export function offM(work, place) {
  const { geometry } = work.feature;
  if (work.kind === 'line') return minima(linesOf(geometry), place)[0]?.offM ?? Infinity;
  if (work.kind === 'point') return Math.min(...points(geometry).map(([lon, lat]) => distanceM({ lon, lat }, place)));
  if (contains(work.polygons, toWorld([place.lon, place.lat]))) return 0;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return minima(polygons.flat().map((ring) => ring.map(([lon, lat]) => [lon, lat, 0])), place)[0].offM;
}

const points = (geometry) => (geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates);

/** 缺 K1+120–K2+690, 未上报 0.68 km, 3 / 5 项, 12,000 / 69,000 m². */
export function standing(work, items) {
  if (work.kind === 'line') return lineStanding(work, items);
  if (work.kind === 'point') return pointStanding(work, items);
  const done = myQuantity(items, work.code) ?? work.properties.reportedQuantity ?? 0;
  return t('field.area-standing', { done, of: work.properties.quantity, unit: work.properties.unit });
}

function lineStanding(work, items) {
  const { waiting, sent } = myRanges(items, work.code, null);
  const done = union(work.reported, work.verified, waiting, sent);
  const missing = subtract([[0, work.length]], done).filter(([f, to]) => to - f >= 1);
  if (!missing.length) return t('field.all-reported');
  if (!done.length) return t('field.none-reported', { length: length(work.length) });
  return missing.length === 1 ? t('field.missing', { range: rangeText(...missing[0]) }) : t('field.missing-parts', { length: length(lengthOf(missing)), count: missing.length });
}

function pointStanding(work, items) {
  const { components = [], reportedComponents = [], reportedQuantity } = work.properties;
  if (!components.length) {
    const mine = items.some((i) => i.about.footprint === work.code && i.phase !== 'undone');
    return t(mine || reportedQuantity > 0 ? 'field.all-reported' : 'field.not-reported');
  }
  const settled = new Set([...reportedComponents, ...myComponents(items, work.code)]);
  return t('field.components', { done: settled.size, of: components.length });
}
