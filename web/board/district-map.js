/** The district by township light, as one SVG; small city streets in an inset of their own. */
import { svg } from '/shared/dom.js';
import { labelSpots } from '/shared/label-spots.js';
import { lightSign } from '/shared/light.js';
import { t } from '/shared/i18n.js';
import { boxOf, worldPolygons } from '/shared/world.js';
import { boxOfAll, fit, ringPath } from './project.js';
import { riverName, riverPath } from './river-name.js';

const ROOM_PX = 19;
const LEAST_INSET_PX = 70;
const CALM = ['ok', 'none', 'open', 'withheld'];
const TEXT_PX = 23;

/**
 * lights: code → light code; missing = 不涉及. frame {x, y, width, height} for the district; inset {x, y, width, height} or null.
 * chosen: code of a township to outline. Returns SVG nodes.
 */
export function districtMap({ base, lights, frame, inset, chosen = null }) {
  const towns = base.townships.features.map(({ properties, geometry }) => ({ ...properties, polygons: worldPolygons(geometry), light: lights[properties.code] ?? 'none' }));
  const outline = base.district ? worldPolygons(base.district.geometry) : towns.flatMap(({ polygons }) => polygons);
  const place = fit(boxOf(outline), frame, inset ? 'left' : 'center');
  const labels = names(towns, place, frame, true);
  const tight = towns.filter((town) => !labels.shown.has(town.code));
  return [
    svg('path', { class: 'ribbon', d: ringPath(outline, place.at) }),
    ground(towns, outline, base.rivers.features, place, frame, labels, chosen),
    inset && tight.length > 0 && enlarged(towns, tight, base, outline, place, inset, chosen),
  ];
}

function ground(towns, outline, rivers, place, frame, labels, chosen) {
  return [
    towns.map((town) => svg('path', { class: 'town', d: ringPath(town.polygons, place.at), fill: `url(#f-${fillOf(town.light)})` })),
    rivers.map((river) => svg('path', { class: 'water', d: riverPath(river, place.at), 'stroke-width': 5 })),
    svg('path', { class: 'outline', d: ringPath(outline, place.at) }),
    towns.filter((town) => town.code === chosen).map((town) => svg('path', { class: 'chosen', d: ringPath(town.polygons, place.at) })),
    labels.nodes,
    rivers.map((river) => riverName(river, place.at, TEXT_PX, labels.boxes, frame)),
  ];
}

const fillOf = (light) => (light === 'withheld' ? 'none' : light);

/** Names with their signs; a name without room is left out where `strict`. */
function names(towns, place, frame, strict, within = null) {
  const shown = new Set();
  const boxes = [];
  const nodes = [];
  for (const town of towns) {
    const spots = labelSpots(town.polygons, within);
    const spot = spots[0];
    if (!spot || (strict && spot.room * place.scale < ROOM_PX)) continue;
    const sign = !CALM.includes(town.light);
    const half = (town.shortName.length * TEXT_PX) / 2;
    const free = spots.find((s) => {
      const [x, y] = place.at([s.x, s.y]);
      return x - half > frame.x && x + half < frame.x + frame.width && y - 44 > frame.y && y + 34 < frame.y + frame.height && !boxes.some((b) => x + half > b[0] && x - half < b[2] && y + 14 > b[1] && y - (sign ? 42 : 14) < b[3]);
    }) ?? (within ? null : spot);
    if (!free) continue;
    const [x, y] = place.at([free.x, free.y]);
    const base = y + (sign ? 24 : 9);
    if (sign) nodes.push(signAt(town.light, x, base - 46));
    nodes.push(svg('text', { class: 'town-label', x, y: base, 'font-size': TEXT_PX }, town.shortName));
    boxes.push([x - half, base - (sign ? 50 : 24), x + half, base + 8]);
    shown.add(town.code);
  }
  return { shown, boxes, nodes };
}

function signAt(code, x, y) {
  const sign = lightSign(code, 29);
  sign.setAttribute('x', x - 14.5);
  sign.setAttribute('y', y);
  return sign;
}

function enlarged(towns, tight, base, outline, place, inset, chosen) {
  const area = boxOfAll(tight.map(({ polygons }) => polygons));
  const [cx, cy] = [(area.minX + area.maxX) / 2, (area.minY + area.maxY) / 2];
  const width = Math.max(LEAST_INSET_PX / place.scale, (area.maxX - area.minX) * 1.25, ((area.maxY - area.minY) * 1.25 * inset.width) / inset.height);
  const height = (width * inset.height) / inset.width;
  const box = { minX: cx - width / 2, maxX: cx + width / 2, minY: cy - height / 2, maxY: cy + height / 2 };
  const near = fit(box, inset);
  const labels = names(towns, near, inset, true, box);
  const [[x1, y1], [x2, y2]] = [place.at([box.minX, box.minY]), place.at([box.maxX, box.maxY])];
  return svg('g', null,
    svg('rect', { class: 'frame', x: x1, y: y1, width: x2 - x1, height: y2 - y1 }),
    svg('path', { class: 'leader', d: `M${x2} ${y1}L${inset.x} ${inset.y}M${x2} ${y2}L${inset.x} ${inset.y + inset.height}` }),
    svg('svg', { x: inset.x, y: inset.y, width: inset.width, height: inset.height, viewBox: `${inset.x} ${inset.y} ${inset.width} ${inset.height}`, overflow: 'hidden' },
      svg('rect', { class: 'outside', x: inset.x, y: inset.y, width: inset.width, height: inset.height }),
      ground(towns, outline, base.rivers.features, near, inset, labels, chosen)),
    svg('rect', { class: 'frame', x: inset.x, y: inset.y, width: inset.width, height: inset.height }),
    svg('text', { class: 'inset-label', x: inset.x + 6, y: inset.y - 10 }, t('board.inset')));
}
