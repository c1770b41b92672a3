/** The map beside the steps: where the file lies, then the difference, shapes before and after. */
import { latLngBounds } from 'leaflet';
import { getJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { createMap, drawGround } from '/shared/base-map.js';
import { CanvasLayer } from '/shared/canvas-layer.js';
import { furniture, northArrow } from '/shared/map-furniture.js';
import { boxOf, toSegment, toWorld, worldSize } from '/shared/world.js';
import { drawDiff, legend } from './draw-diff.js';

const NEAR_PX = 9;

/** picked(number) when a feature is clicked. Returns {show(address), frame(box), point(number or code), clear()}. */
export function previewMap(base, picked) {
  const map = createMap(document.getElementById('map'));
  const ground = drawGround(map, base);
  const over = document.getElementById('over-map');
  const said = el('div', { class: 'map-said', role: 'status' });
  const key = el('div', { class: 'float diff-legend', hidden: true }, legend());
  let shapes = [];
  let chosen = null;
  const layer = new CanvasLayer((context, frame) => drawDiff(context, frame, shapes, chosen)).addTo(map);
  put(over, key, said, northArrow(), furniture(map, base));
  map.fitBounds(ground.bounds, { animate: false });
  new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false })).observe(map.getContainer());
  map.on('click', ({ latlng }) => {
    const at = toWorld([latlng.lng, latlng.lat]);
    const near = NEAR_PX / worldSize(map.getZoom());
    const hit = shapes.filter((shape) => shape.outcome !== 'old').find((shape) => distance(shape, at) < near);
    chosen = hit ? hit.id : null;
    layer.redraw();
    if (hit) picked(hit.id);
  });

  async function show(address) {
    put(said, t('state.loading'));
    try {
      shapes = (await getJson(address)).features.map(prepare);
      key.hidden = shapes.length === 0;
      const inside = shapes.filter((shape) => ground.bounds.intersects(latLngBounds(shape.corners)));
      fit(inside.length ? inside : shapes);
      put(said, inside.length < shapes.length ? t('intake.off-map', { count: shapes.length - inside.length }) : null);
      layer.redraw();
    } catch (problem) {
      put(said, problem.status ? problem.message : t('state.offline'));
    }
  }

  function fit(some) {
    const points = some.flatMap((shape) => shape.corners);
    if (points.length) map.fitBounds(latLngBounds(points).pad(0.08), { animate: false, maxZoom: 16 });
  }

  return {
    show,
    frame: (box) => {
      if (!box) return;
      const [west, south, east, north] = box;
      const ring = [[west, south], [east, south], [east, north], [west, north], [west, south]];
      shapes = [prepare({ geometry: { type: 'Polygon', coordinates: [ring] }, properties: { outcome: 'old' } })];
      put(said, t('intake.lies-here'));
      map.fitBounds(latLngBounds(shapes[0].corners).extend(ground.bounds), { animate: false });
      layer.redraw();
    },
    point: (id) => {
      chosen = id;
      fit(shapes.filter((shape) => shape.id === id));
      layer.redraw();
    },
    clear: () => {
      shapes = [];
      chosen = null;
      key.hidden = true;
      put(said);
      map.fitBounds(ground.bounds, { animate: false });
      layer.redraw();
    },
  };
}

/** {id, outcome, kind, parts in world fractions, box, corners as [lat, lon]}. */
function prepare({ geometry, properties }) {
  const { type, coordinates } = geometry;
  const kind = type.endsWith('Point') ? 'point' : type.endsWith('LineString') ? 'line' : 'polygon';
  const lines = { Point: () => [[coordinates]], LineString: () => [coordinates], MultiLineString: () => coordinates, Polygon: () => coordinates, MultiPolygon: () => coordinates.flat() }[type]();
  const box = boxOf(lines.map((line) => line.map(([lon, lat]) => [lon, lat])));
  return {
    id: properties.number || properties.code, outcome: properties.outcome, kind, parts: lines.map((line) => line.map(toWorld)),
    box: boxOf(lines.map((line) => line.map(toWorld))), corners: [[box.minY, box.minX], [box.maxY, box.maxX]],
  };
}

function distance({ kind, parts }, at) {
  if (kind === 'point') return Math.hypot(parts[0][0][0] - at[0], parts[0][0][1] - at[1]);
  return Math.min(...parts.map((part) => Math.min(...part.slice(1).map((b, i) => toSegment(at, part[i], b)))));
}
