/** Where a public project lies: verified solid, reported hatched, planned grey, on the townships' borders. */
import { el, put, svg } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { getJson } from '/shared/api.js';
import { cut, linesOf } from '/shared/measure.js';
import { boxOf, toWorld, worldPolygons } from '/shared/world.js';
import { fit, path, riverLines } from '/shared/district-svg.js';
import { readBase } from './townships.js';

const SIZE = { width: 350, height: 260 };
const DONE = { verified: 'verified', reported: 'reported' };

export function works(p, facts) {
  if (!p.places) return null;
  const map = el('div', { class: 'public-works', role: 'img', 'aria-label': t('public.works-aloud', { name: p.shortName }) });
  Promise.all([getJson(`/api/published/${facts.plan.year}/projects/${p.number}/map`), readBase()])
    .then(([{ features }, base]) => (features.length ? put(map, draw(features, base)) : section.remove()), () => put(map, el('p', { class: 'muted' }, t('public.no-map'))));
  const section = el('section', null, el('h2', null, t('public.works')), map,
    el('ul', { class: 'public-key' }, ['verified', 'reported', 'planned'].map((state) =>
      el('li', null, el('span', { class: `work-key ${state}`, 'aria-hidden': 'true' }), t(`progress.${state}`)))));
  return section;
}

function draw(features, base) {
  const points = features.map(({ geometry }) => boxOf(deep(geometry.coordinates)));
  const place = fit(roomy(boxOf(points.flatMap((b) => [[b.minX, b.minY], [b.maxX, b.maxY]]))), SIZE, 22);
  const area = (geometry) => worldPolygons(geometry).flat().map((ring) => path(ring.map(place), true)).join('');
  const line = (part, name) => svg('path', { d: path(part.map((at) => place(toWorld(at))), false), class: `work ${name}` });
  return svg('svg', { viewBox: `0 0 ${SIZE.width} ${SIZE.height}`, 'aria-hidden': 'true' },
    base.townships.features.map(({ geometry }) => svg('path', { d: area(geometry), class: 'town plain' })),
    base.rivers.features.flatMap(riverLines).map((river) => svg('path', { d: path(river.map((at) => place(toWorld(at))), false), class: 'river' })),
    features.flatMap(({ geometry, properties }) => shape(geometry, properties, { place, area, line })));
}

function shape(geometry, properties, { place, area, line }) {
  const state = DONE[properties.state] ?? 'planned';
  if (geometry.type.endsWith('Polygon')) return [svg('path', { d: area(geometry), class: `work-area ${state}` })];
  if (geometry.type === 'Point') {
    const [cx, cy] = place(toWorld(geometry.coordinates));
    return [svg('circle', { cx: cx.toFixed(1), cy: cy.toFixed(1), r: 3.6, class: `work-point ${state}` })];
  }
  const parts = linesOf(geometry);
  const pieces = (ranges) => (ranges ?? []).flatMap(([from, to]) => cut(parts, from, to));
  return [...parts.map((part) => line(part, 'planned')), ...pieces(properties.reported).map((part) => line(part, 'reported')),
    ...pieces(properties.verified).map((part) => line(part, 'verified'))];
}

const deep = (nest) => (typeof nest[0] === 'number' ? toWorld(nest) : nest.map(deep));

/** A single point gets some ground around it. */
function roomy(box) {
  const least = 4e-6;
  const [midX, midY] = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
  return { minX: Math.min(box.minX, midX - least), maxX: Math.max(box.maxX, midX + least), minY: Math.min(box.minY, midY - least), maxY: Math.max(box.maxY, midY + least) };
}
