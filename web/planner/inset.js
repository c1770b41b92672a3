/** 城区放大: townships whose names have no room are drawn large in a frame, with leaders from where they lie. */
import { el, put, svg } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { lightSign } from '/shared/light.js';
import { labelSpots } from '/shared/label-spots.js';
import { boxesMeet, boxOf, toWorld, worldSize } from '/shared/world.js';
import { uiScale } from '/shared/ui-scale.js';
import { state, watch } from './state.js';
import { chooseTownship } from './choose.js';
import { townshipLight } from './lookup.js';
import { INSET } from './inset-frame.js';

const { width: WIDTH, height: HEIGHT } = INSET;
const MIN_ROOM_PX = 15;
/** Where the stylesheet puts the picture; asking the page would force a layout at each step of a drag. */
const PLACE = { right: 20, width: 214, top: 94 };
const spots = new WeakMap();

export function startInset(map, box, townships, rivers, names) {
  const frame = el('div', { class: 'inset' });
  const leaders = svg('svg', { class: 'leaders', 'aria-hidden': 'true' });
  put(box, leaders, frame);
  const draw = () => {
    const area = names.frame();
    box.hidden = !area;
    if (!area) return;
    put(frame, el('p', null, t('map.inset')), picture(townships, rivers, area));
    lead(map, leaders, area);
  };
  names.onPlace(draw);
  map.on('move', () => { if (names.frame()) lead(map, leaders, names.frame()); });
  watch(['township', 'progress', 'project'], draw);
}

function picture(townships, rivers, area) {
  const scale = WIDTH / (area.maxX - area.minX);
  const px = ([x, y]) => `${((x - area.minX) * scale).toFixed(1)} ${((y - area.minY) * scale).toFixed(1)}`;
  const ring = (points) => `M${points.map(px).join('L')}`;
  const edge = ({ polygons }) => `${polygons.flat().map(ring).join('Z')}Z`;
  const inside = townships.filter(({ polygons }) => boxesMeet(boxOf(polygons), area));
  const chosen = inside.find(({ code }) => code === state.township);
  return svg('svg', { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    inside.map((township) => svg('path', {
      d: edge(township), fill: `url(#f-${townshipLight(township.code)})`, stroke: 'var(--m-town)', class: 'reach',
      on: { click: () => chooseTownship(township.code) },
    })),
    rivers.features.map(({ geometry }) => svg('path', {
      d: (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates).map((line) => ring(line.map(toWorld))).join(''),
      fill: 'none', stroke: 'var(--m-water)', 'stroke-width': 3.5,
    })),
    chosen && svg('path', { d: edge(chosen), fill: 'none', stroke: 'var(--select)', 'stroke-width': 3 }),
    inside.map((township) => name(township, area, scale)));
}

function name({ code, name: full, shortName, polygons }, area, scale) {
  const spot = spotIn(polygons, area);
  if (!spot || spot.room * scale < MIN_ROOM_PX) return null;
  const [x, y] = [(spot.x - area.minX) * scale, (spot.y - area.minY) * scale];
  const left = Math.max(4, Math.min(WIDTH - 22 - shortName.length * 13, x - (18 + shortName.length * 13) / 2));
  const sign = lightSign(townshipLight(code), 14, true);
  sign.setAttribute('x', left);
  sign.setAttribute('y', y - 7);
  return svg('g', { class: 'reach', role: 'button', tabindex: 0, 'aria-label': full, data: { township: code },
    on: { click: () => chooseTownship(code), keydown: (event) => { if (['Enter', ' '].includes(event.key)) chooseTownship(code); } } },
  sign, svg('text', { class: 'halo', x: left + 19, y: y + 4.5 }, shortName));
}

/** Found once for each frame, which stays while the map is only dragged. */
function spotIn(polygons, area) {
  const key = `${area.minX}|${area.minY}|${area.maxX}`;
  if (spots.get(polygons)?.key !== key) spots.set(polygons, { key, spot: labelSpots(polygons, area)[0] });
  return spots.get(polygons).spot;
}

/** A small frame on the map, and dashes from two of its corners to the big one. */
function lead(map, leaders, area) {
  const scale = worldSize(map.getZoom());
  const origin = map.project(map.containerPointToLatLng([0, 0]));
  const at = (x, y) => [x * scale - origin.x, y * scale - origin.y];
  const [x1, y1] = at(area.minX, area.minY);
  const [x2, y2] = at(area.maxX, area.maxY);
  const ui = uiScale();
  const big = { left: map.getSize().x - (PLACE.right + PLACE.width) * ui, top: PLACE.top * ui, bottom: (PLACE.top + HEIGHT) * ui };
  const line = (a, b, c, d) => svg('path', { d: `M${a} ${b}L${c} ${d}`, stroke: 'var(--m-district)', 'stroke-width': 0.9, 'stroke-dasharray': '3 3' });
  put(leaders,
    svg('rect', { x: x1, y: y1, width: x2 - x1, height: y2 - y1, fill: 'none', stroke: 'var(--text)', 'stroke-width': 1.1 }),
    line(x2, y1, big.left, big.top), line(x2, y2, big.left, big.bottom));
}
