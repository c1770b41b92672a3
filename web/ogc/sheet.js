/** The small map: the offline ground with the features on it. Wheel and keys belong to the page until the map is clicked. */
import { geoJSON, circleMarker } from 'leaflet';
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { getJson } from '/shared/api.js';
import { createMap, drawGround } from '/shared/base-map.js';
import { furniture } from '/shared/map-furniture.js';

const PLAIN = { color: 'var(--select)', weight: 2.5, fillColor: 'var(--select)', fillOpacity: 0.14 };
const HIDDEN = { opacity: 0, fillOpacity: 0 };
const POINTED = { opacity: 1, color: 'var(--ink)', weight: 5, fillOpacity: 0.4 };
const DONE = { verified: { color: 'var(--verified)', weight: 5 }, reported: { color: 'var(--verified)', weight: 5, dashArray: '4 5' } };

/** Returns {map: node, point(id)}; `point` shows which one is meant, null none. */
export function sheet(described, features) {
  const box = el('div', { class: 'ogc-map', role: 'img', 'aria-label': t('ogc.page.map', { title: described.title, count: features.length }) });
  const node = el('figure', null, el('div', { class: 'ogc-stage' }, box), el('figcaption', { class: 'muted' }, described.attribution));
  const layers = new Map();
  requestAnimationFrame(() => draw(box, node, described, features, layers));
  return { map: node, point: (id) => layers.forEach((layer, key) => layer.setStyle(key === id ? POINTED : styleOf(layer.feature))) };
}

async function draw(box, node, described, features, layers) {
  const map = createMap(box);
  map.scrollWheelZoom.disable();
  map.once('click', () => map.scrollWheelZoom.enable());
  const [west, south, east, north] = described.extent.spatial?.bbox[0] ?? [108, 28, 110, 31];
  map.fitBounds([[south, west], [north, east]]);
  const base = await getJson(described.id.startsWith('internal-') ? '/api/base' : '/api/published/base').catch(() => null);
  if (base?.district) {
    drawGround(map, base);
    node.firstChild.append(furniture(map, base));
  }
  const shapes = new Set();
  for (const feature of features) {
    const shape = JSON.stringify(feature.geometry);
    if (shapes.has(shape)) COVERED.add(feature);
    shapes.add(shape);
  }
  const drawn = geoJSON({ type: 'FeatureCollection', features: features.filter((f) => f.geometry) }, {
    pane: 'works', style: styleOf,
    pointToLayer: (feature, at) => circleMarker(at, { pane: 'works', radius: 5 }),
    onEachFeature: (feature, layer) => {
      layers.set(feature.id, layer);
      const name = feature.properties.name ?? feature.properties.townshipName;
      if (name) layer.bindTooltip(() => el('span', null, name), { className: 'tip', sticky: true });
      layer.on('click', () => location.assign(`/ogc/collections/${described.id}/items/${encodeURIComponent(feature.id)}?f=html`));
    },
  }).addTo(map);
  if (features.length > 0 && drawn.getBounds().isValid()) map.fitBounds(drawn.getBounds().pad(0.1), { maxZoom: 16 });
}

/** Features that lie on another of the same shape: several figures of one township are not several tints. */
const COVERED = new WeakSet();
const styleOf = (feature) => ({ ...PLAIN, dashArray: null, opacity: 1, ...DONE[feature.properties.status], ...(COVERED.has(feature) ? HIDDEN : {}) });
