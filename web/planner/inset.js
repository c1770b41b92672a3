/** 城区放大: townships whose names have no room are drawn large in a frame, with leaders from where they lie. */
import { el, put, svg } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { lightSign } from '/shared/light.js';
import { boxOf, roomiest, toWorld, worldSize } from '/shared/world.js';
import { state, watch } from './state.js';
import { chooseTownship } from './choose.js';
import { townshipLight } from './lookup.js';

const WIDTH = 212;
const HEIGHT = 196;
const MIN_STAGE_PX = 620;

export function startInset(map, box, townships, rivers, names) {
  const frame = el('div', { class: 'inset' });
  const leaders = svg('svg', { class: 'leaders', 'aria-hidden': 'true' });
  put(box, leaders, frame);
  const draw = () => {
    const hidden = names.hidden();
    const room = map.getSize().x >= MIN_STAGE_PX && map.getZoom() < 11.5;
    box.hidden = !(room && hidden.length && hidden.length <= 6);
    if (box.hidden) return;
    const area = frameAround(boxOf(hidden.map((h) => h.polygons)));
    put(frame, el('p', null, t('map.inset')), picture(townships, rivers, area, hidden));
    lead(map, leaders, frame, area);
  };
  names.onDraw(draw);
  map.on('move resize', draw);
  watch(['township'], draw);
}

/** The box of the small ones with a margin, in the frame's own shape. */
function frameAround(box) {
  const [cx, cy] = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
  const half = Math.max((box.maxX - box.minX) / WIDTH, (box.maxY - box.minY) / HEIGHT) * 0.52;
  return { minX: cx - half * WIDTH, maxX: cx + half * WIDTH, minY: cy - half * HEIGHT, maxY: cy + half * HEIGHT };
}

function picture(townships, rivers, area, hidden) {
  const scale = WIDTH / (area.maxX - area.minX);
  const px = ([x, y]) => `${((x - area.minX) * scale).toFixed(1)} ${((y - area.minY) * scale).toFixed(1)}`;
  const ring = (points) => `M${points.map(px).join('L')}`;
  const shape = ({ code, polygons }) => svg('path', {
    d: `${polygons.flat().map(ring).join('Z')}Z`, fill: `url(#f-${townshipLight(code)})`, stroke: 'var(--m-town)', class: 'reach',
    on: { click: () => chooseTownship(code) },
  });
  const chosen = townships.find((x) => x.code === state.township);
  return svg('svg', { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
    svg('rect', { width: WIDTH, height: HEIGHT, fill: 'var(--m-land)' }),
    townships.map(shape),
    rivers.features.map((river) => svg('path', {
      d: [river.geometry.coordinates].flat(river.geometry.type === 'LineString' ? 0 : 1).map((line) => ring(line.map(toWorld))).join(''),
      fill: 'none', stroke: 'var(--m-water)', 'stroke-width': 3.5,
    })),
    chosen && svg('path', { d: `${chosen.polygons.flat().map(ring).join('Z')}Z`, fill: 'none', stroke: 'var(--select)', 'stroke-width': 3 }),
    hidden.map((township) => name(township, area, scale)));
}

function name({ code, name: full, shortName, polygons }, area, scale) {
  const spot = roomiest(polygons);
  const [x, y] = [(spot.x - area.minX) * scale, (spot.y - area.minY) * scale];
  const left = x - (18 + shortName.length * 13) / 2;
  const sign = lightSign(townshipLight(code), 14, true);
  sign.setAttribute('x', left);
  sign.setAttribute('y', y - 7);
  return svg('g', { class: 'reach', role: 'button', tabindex: 0, 'aria-label': full, data: { township: code },
    on: { click: () => chooseTownship(code), keydown: (event) => { if (['Enter', ' '].includes(event.key)) chooseTownship(code); } } },
  sign, svg('text', { class: 'halo', x: left + 19, y: y + 4.5 }, shortName));
}

/** A small frame on the map, and dashes from two of its corners to the big one. */
function lead(map, leaders, frame, area) {
  const scale = worldSize(map.getZoom());
  const origin = map.project(map.containerPointToLatLng([0, 0]));
  const at = (x, y) => [x * scale - origin.x, y * scale - origin.y];
  const [x1, y1] = at(area.minX, area.minY);
  const [x2, y2] = at(area.maxX, area.maxY);
  const big = { left: frame.offsetLeft, top: frame.offsetTop + frame.offsetHeight - HEIGHT - 2, bottom: frame.offsetTop + frame.offsetHeight };
  const line = (a, b, c, d) => svg('path', { d: `M${a} ${b}L${c} ${d}`, stroke: 'var(--m-district)', 'stroke-width': 0.9, 'stroke-dasharray': '3 3' });
  put(leaders,
    svg('rect', { x: x1, y: y1, width: x2 - x1, height: y2 - y1, fill: 'none', stroke: 'var(--text)', 'stroke-width': 1.1 }),
    line(x2, y1, big.left, big.top), line(x2, y2, big.left, big.bottom));
}
