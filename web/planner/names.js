/** Township names with their lights: buttons on the map, one tab stop, arrows go to the neighbour in that direction. */
import { divIcon, marker, point } from 'leaflet';
import { el, put } from '/shared/dom.js';
import { lightSign, lightWord } from '/shared/light.js';
import { t } from '/shared/i18n.js';
import { roomiest, WORLD_PX, worldSize } from '/shared/world.js';
import { state, watch } from './state.js';
import { chooseTownship } from './choose.js';
import { progressTownship, townshipLight } from './lookup.js';
import { BARE_FROM } from './choropleth.js';

const MIN_ROOM_PX = 8.5;
const DIRECTIONS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

/** Returns {hidden(): townships whose name has no room at this zoom, onDraw(listener), middle(code)}. */
export function startNames(map, townships) {
  const listeners = [];
  const names = townships.map((township) => {
    const spot = roomiest(township.polygons);
    const button = el('button', { class: 'township-name', type: 'button', data: { township: township.code }, on: { click: () => choose(township.code) } });
    const latLng = map.unproject(point(spot.x, spot.y).multiplyBy(WORLD_PX), 0);
    marker(latLng, { pane: 'names', keyboard: false, interactive: false, icon: divIcon({ html: button, className: 'name-anchor', iconSize: null }) }).addTo(map);
    return { township, spot, button, fits: true };
  });
  const place = () => {
    arrange(names, map.getZoom());
    focusable(names);
    listeners.forEach((listen) => listen());
  };
  map.on('zoomend', place);
  watch(['progress', 'project', 'township'], () => { names.forEach(draw); place(); });
  map.getPane('names').addEventListener('keydown', (event) => walk(event, names));
  return {
    hidden: () => names.filter((n) => !n.fits).map((n) => n.township),
    onDraw: (listen) => { listeners.push(listen); listen(); },
    middle: (code) => { const { spot } = names.find((n) => n.township.code === code); return [spot.x, spot.y]; },
  };
}

/** A click on the chosen township keeps it: the second click must never lose the answer. */
const choose = (code) => chooseTownship(code);

function draw({ township, button }) {
  const light = townshipLight(township.code);
  const reason = state.project ? null : progressTownship(township.code)?.reason?.text;
  put(button, lightSign(light, 14, true), el('span', null, township.shortName));
  button.dataset.light = light;
  button.setAttribute('aria-label', [township.name, lightWord(light), reason].filter(Boolean).join(' · '));
  button.setAttribute('aria-pressed', String(state.township === township.code));
}

/** Names with room first; a name that would cover another is dropped. */
function arrange(names, zoom) {
  const scale = worldSize(zoom);
  const taken = [];
  for (const name of [...names].sort((a, b) => b.spot.room - a.spot.room)) {
    const [x, y] = [name.spot.x * scale, name.spot.y * scale];
    const half = 12 + name.township.shortName.length * 7;
    const box = [x - half, y - 9, x + half, y + 9];
    name.fits = name.spot.room * scale >= MIN_ROOM_PX
      && !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
    if (name.fits) taken.push(box);
    name.button.hidden = !name.fits;
    name.button.classList.toggle('wide', zoom >= BARE_FROM);
  }
}

function focusable(names) {
  const shown = names.filter((n) => n.fits);
  const current = shown.find((n) => n.button === document.activeElement) ?? shown.find((n) => n.township.code === state.township) ?? shown[0];
  names.forEach((n) => { n.button.tabIndex = n === current ? 0 : -1; });
}

function walk(event, names) {
  const direction = DIRECTIONS[event.key];
  const from = names.find((n) => n.button === document.activeElement);
  if (!direction || !from) return;
  const [dx, dy] = direction;
  const steps = names.filter((n) => n !== from && n.fits).map((n) => {
    const [x, y] = [n.spot.x - from.spot.x, n.spot.y - from.spot.y];
    const [ahead, aside] = [x * dx + y * dy, Math.abs(x * dy) + Math.abs(y * dx)];
    return { n, ahead, cost: ahead + aside * 2 };
  }).filter((s) => s.ahead > 0).sort((a, b) => a.cost - b.cost);
  if (steps.length) steps[0].n.button.focus();
  focusable(names);
  event.preventDefault();
  event.stopPropagation();
}

/** For the help dialog and the map's own label. */
export const namesHint = () => t('map.names-hint');
