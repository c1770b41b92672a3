/** 起 and 止: handles that stand off the line so that a finger does not hide it; dragged along the line, never onto another pass. */
import { divIcon, layerGroup, marker, polyline } from 'leaflet';
import { t } from '/shared/i18n.js';
import { pointAt, stationText } from '/shared/measure.js';
import { nearestBetween } from './passes.js';
import { claimRanges } from './claim.js';
import { state, watch } from './state.js';
import { update } from './mark.js';

const OFF_PX = 48;
/** How far along the line one move of a finger may lead. */
const REACH_M = 400;

export function startHandles(map) {
  const group = layerGroup().addTo(map);
  const draw = ({ claim }) => {
    group.clearLayers();
    if (claim?.kind !== 'line') return;
    const [range] = claimRanges(claim);
    if (claim.way === 'walk' || !claim.a) return;
    if (!range) return place(map, group, claim, claim.a.m, 'from', null);
    place(map, group, claim, range[0], 'from', range);
    place(map, group, claim, range[1], 'to', range);
  };
  watch(['claim', 'theme'], draw);
  map.on('zoomend', () => draw(state));
}

function place(map, group, claim, m, end, range) {
  const at = pointAt(claim.lines, m);
  if (!at) return;
  const foot = map.latLngToLayerPoint([at.lat, at.lon]);
  const head = map.layerPointToLatLng(foot.add(aside(at, end)));
  const stem = polyline([[at.lat, at.lon], head], { className: 'stem', interactive: false }).addTo(group);
  marker([at.lat, at.lon], { icon: divIcon({ className: 'foot', iconSize: [18, 18] }), interactive: false, keyboard: false }).addTo(group);
  marker([at.lat, at.lon], { icon: divIcon({ className: `station ${end}`, iconSize: [0, 0], html: label(stationText(m)) }), interactive: false, keyboard: false }).addTo(group);
  const handle = marker(head, { draggable: Boolean(range), icon: divIcon({ className: 'handle', iconSize: [48, 48], html: label(t(`field.handle-${end}`)) }), title: stationText(m), autoPan: true }).addTo(group);
  handle.on('drag', () => stem.setLatLngs([[at.lat, at.lon], handle.getLatLng()]));
  handle.on('dragend', () => {
    const moved = map.layerPointToLatLng(map.latLngToLayerPoint(handle.getLatLng()).subtract(aside(at, end)));
    drag(claim, range, end, m, { lon: moved.lng, lat: moved.lat });
  });
}

/** Off to the right of the line's direction at the start, to the left at the end, never over the screen's middle text. */
function aside({ dx, dy }, end) {
  const long = Math.hypot(dx, dy) || 1;
  const side = [dy / long, dx / long];
  const up = side[0] < 0 ? -1 : 1;
  return [side[0] * up * OFF_PX * (end === 'from' ? 1 : 0.9), side[1] * up * OFF_PX - 4];
}

function drag(claim, [from, to], end, m, at) {
  const [least, most] = end === 'from' ? [Math.max(0, m - REACH_M), to - 1] : [from + 1, m + REACH_M];
  const found = nearestBetween(claim.lines, at, least, most);
  if (!found) return;
  const moved = { m: Math.round(found.m), by: 'tap' };
  update(end === 'from' ? { a: moved, b: { m: to, by: claim.b.by } } : { a: { m: from, by: claim.a.by }, b: moved });
}

/** Leaflet takes a node as well as markup. */
function label(text) {
  const node = document.createElement('span');
  node.textContent = text;
  return node;
}
