/** The map of the field: ground from the pack, works as they stand with my marks, my position, the mark in the making. */
import { latLngBounds } from 'leaflet';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { createMap, drawGround } from '/shared/base-map.js';
import { CanvasLayer } from '/shared/canvas-layer.js';
import { furniture } from '/shared/map-furniture.js';
import { change, state, watch } from './state.js';
import { paint } from './paint.js';
import { choose } from './choose.js';
import { tapped } from './mark.js';
import { startHandles } from './handles.js';
import { openLegend } from './legend.js';
import { offM } from './near.js';

const REDRAWN_BY = ['works', 'items', 'fix', 'chosen', 'claim', 'theme', 'step'];
let map = null;
let layer = null;

export function startMap() {
  map = createMap(document.getElementById('map'));
  map.setView([30, 110], 10, { animate: false });
  watch(['base'], ({ base }) => { if (base) ground(base); });
  watch(REDRAWN_BY, () => layer?.redraw());
  watch(['tab', 'claim', 'device'], ({ tab }) => { document.getElementById('stage').hidden = tab !== 'map'; queueMicrotask(resized); });
  new ResizeObserver(resized).observe(document.getElementById('stage'));
  map.on('click', ({ latlng }) => {
    const place = { lon: latlng.lng, lat: latlng.lat };
    if (state.claim) tapped(place, fingerM());
    else choose(place, fingerM());
  });
  map.on('moveend', () => change({ middle: middle() }));
  startHandles(map);
}

let drawn = false;
function ground(base) {
  if (drawn) return;
  drawn = true;
  const { bounds } = drawGround(map, base);
  layer = new CanvasLayer((context, frame) => paint(context, frame, map.getCenter().lat)).addTo(map);
  put(document.getElementById('over-map'),
    fab('layers', 'layers', t('field.legend'), openLegend), fab('locate', 'locate', t('field.locate'), comeToMe), furniture(map, { ...base, source: null }));
  first = () => map.fitBounds(state.works.length ? boundsOf(state.works) : bounds, { animate: false, padding: [24, 24] });
  resized();
  change({ middle: middle() });
  watch(['fix'], firstFix);
}

/** The first view: of a map that has a size, which it has not while another tab shows. */
let first = null;
function resized() {
  map.invalidateSize({ animate: false });
  if (!first || !map.getSize().x) return;
  first();
  first = null;
}

const fab = (name, glyph, label, click) => el('button', { class: `fab ${name}`, type: 'button', 'aria-label': label, on: { click } }, icon(glyph, 26));

/** The first fix near the works brings the map there, unless something is being marked; from far off the works are shown. */
const NEAR_M = 5000;
let came = false;
function firstFix({ fix, claim }) {
  if (!fix || came || claim || !state.works.some((work) => offM(work, fix) < NEAR_M)) return;
  came = true;
  first = null;
  map.setView([fix.lat, fix.lon], 15.5, { animate: false });
}

function comeToMe() {
  if (state.fix) map.setView([state.fix.lat, state.fix.lon], Math.max(map.getZoom(), 16));
  else change({ fixFault: state.fixFault ?? 'slow' });
}

const middle = () => ({ lon: map.getCenter().lng, lat: map.getCenter().lat });

/** Metres under half a finger, 24 px. */
function fingerM() {
  const point = map.getSize().divideBy(2);
  return map.distance(map.containerPointToLatLng(point), map.containerPointToLatLng(point.add([24, 0])));
}

const boundsOf = (works) => latLngBounds(works.flatMap(corners));

function corners({ feature: { geometry } }) {
  const flat = geometry.coordinates.flat(Infinity);
  const wide = geometry.type.endsWith('LineString') ? 3 : 2;
  return Array.from({ length: flat.length / wide }, (_, i) => [flat[i * wide + 1], flat[i * wide]]);
}

/** Brings a work, or a range of a line with room around it and for the stations at its left, into the part of the map that shows. */
export function showWork(work, places = corners(work)) {
  map.fitBounds(latLngBounds(places), { animate: false, paddingTopLeft: [84, 56], paddingBottomRight: [40, 56], maxZoom: 17 });
  first = null;
}

export const theMap = () => map;
