/** Township names with their lights: buttons on the map, one tab stop, arrows go to the neighbour in that direction. */
import { divIcon, marker, point } from 'leaflet';
import { el, put } from '/shared/dom.js';
import { lightSign, lightWord } from '/shared/light.js';
import { labelSpots } from '/shared/label-spots.js';
import { boxesMeet, boxOf, WORLD_PX, worldSize } from '/shared/world.js';
import { uiScale } from '/shared/ui-scale.js';
import { state, watch } from './state.js';
import { chooseTownship } from './choose.js';
import { progressTownship, townshipLight } from './lookup.js';
import { BARE_FROM } from './choropleth.js';
import { insetFrame } from './inset-frame.js';
import { walkNames } from './names-walk.js';

const MIN_ROOM_PX = 9;

/** Returns {frame(): of the inset or null, boxes(): what the names cover in world pixels, at(code): where a name stands, onPlace(listener)}. */
export function startNames(map, townships) {
  const listeners = [];
  const names = townships.map((township) => {
    const button = el('button', { class: 'township-name', type: 'button', data: { township: township.code }, on: { click: () => chooseTownship(township.code) } });
    const [spot] = labelSpots(township.polygons);
    const pin = marker(toLatLng(map, spot), { pane: 'names', keyboard: false, interactive: false, icon: divIcon({ html: button, className: 'name-anchor', iconSize: null }) }).addTo(map);
    return { township, pin, button, spot, fits: true };
  });
  let frame = null;
  let boxes = [];
  const place = () => {
    frame = insetFrame(map, names, MIN_ROOM_PX * uiScale());
    boxes = arrange(map, names, frame);
    walkNames.refresh(names);
    listeners.forEach((listen) => listen());
  };
  map.on('zoomend resize', place);
  map.on('moveend', () => { if (map.getZoom() >= BARE_FROM) place(); });
  watch(['progress', 'project', 'township'], () => { names.forEach(draw); walkNames.refresh(names); });
  place();
  map.getPane('names').addEventListener('keydown', (event) => walkNames.step(event, names));
  return {
    frame: () => frame, boxes: () => boxes,
    at: (code) => { const { at, spot } = names.find((n) => n.township.code === code); return at ?? spot; },
    onPlace: (listen) => { listeners.push(listen); listen(); },
  };
}

function draw({ township, button }) {
  const light = townshipLight(township.code);
  const reason = state.project ? null : progressTownship(township.code)?.reason?.text;
  put(button, lightSign(light, 14, true), el('span', null, township.shortName));
  button.dataset.light = light;
  button.setAttribute('aria-label', [township.name, lightWord(light), reason].filter(Boolean).join(' · '));
  button.setAttribute('aria-pressed', String(state.township === township.code));
}

/** The tightest areas choose first; a name moves inside its area before it is dropped. */
function arrange(map, names, frame) {
  const ui = uiScale();
  const scale = worldSize(map.getZoom());
  const taken = frame ? [frame.box] : [];
  const view = map.getZoom() >= BARE_FROM ? viewBox(map, scale) : null;
  for (const name of [...names].sort((a, b) => a.spot.room - b.spot.room)) {
    const half = (12 + name.township.shortName.length * 7) * ui;
    const boxAt = ({ x, y }) => [x * scale - half, y * scale - 10 * ui, x * scale + half, y * scale + 10 * ui];
    const spots = spotsOf(name.township, view).filter((spot) => spot.room * scale >= MIN_ROOM_PX * ui);
    const spot = spots.find((s) => !taken.some((other) => overlap(boxAt(s), other)));
    name.fits = Boolean(spot);
    name.button.hidden = !spot;
    name.button.classList.toggle('wide', map.getZoom() >= BARE_FROM);
    if (!spot) continue;
    taken.push(boxAt(spot));
    name.at = spot;
    name.pin.setLatLng(toLatLng(map, spot));
  }
  return taken;
}

/** Close up, a name stands in the part of its township that is on the screen. */
function spotsOf({ polygons }, view) {
  if (!view) return labelSpots(polygons);
  return boxesMeet(boxOf(polygons), view) ? labelSpots(polygons, view) : [];
}

function viewBox(map, scale) {
  const { min, max } = map.getPixelBounds();
  return { minX: min.x / scale, maxX: max.x / scale, minY: min.y / scale, maxY: max.y / scale };
}

export const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

const toLatLng = (map, { x, y }) => map.unproject(point(x, y).multiplyBy(WORLD_PX), 0);
