/** A pointer on the map: footprints first, then the township below; hovering says what is there. */
import { tooltip } from 'leaflet';
import { el } from '/shared/dom.js';
import { light } from '/shared/light.js';
import { t } from '/shared/i18n.js';
import { length } from '/shared/format.js';
import { lengthOf } from '/shared/ranges.js';
import { contains, toSegment, toWorld, worldSize } from '/shared/world.js';
import { SQUARE } from '/shared/draw-places.js';
import { prepare } from '/shared/works.js';
import { plainZoom } from '/shared/ui-scale.js';
import { chooseFootprint, chooseTownship } from './choose.js';
import { planProject, worksLight } from './lookup.js';
import { lookUp } from './load.js';

const NEAR_PX = 9;
const COARSE_PX = 18;

export function startPick(map, ground, works) {
  const tip = tooltip({ direction: 'top', offset: [0, -8], className: 'tip' });
  const tolerance = matchMedia('(pointer: coarse)').matches ? COARSE_PX : NEAR_PX;
  const zoom = () => plainZoom(map.getZoom());
  const find = (latlng) => {
    const at = toWorld([latlng.lng, latlng.lat]);
    return workAt(works.near(at, tolerance + SQUARE), at, zoom(), tolerance);
  };
  let told = null;
  const say = (work) => {
    if (told?.code === work.code) return;
    told = work;
    tip.setContent(about(work));
    if (work.tiled) whole(work.code).then((full) => { if (full && told === work) tip.setContent(about(full)); });
  };
  map.on('click', ({ latlng }) => {
    const work = find(latlng);
    if (work && crowded(work, works, zoom())) return map.setView(latlng, Math.min(18, map.getZoom() + 1.5));
    if (work) return chooseFootprint(work.code, work.properties.project);
    const township = ground.townshipAt(latlng);
    if (township) chooseTownship(township.code);
    return undefined;
  });
  map.on('mousemove', ({ latlng }) => {
    const work = find(latlng);
    map.getContainer().classList.toggle('over', Boolean(work ?? ground.townshipAt(latlng)));
    if (!work) return silent();
    say(work);
    return tip.setLatLng(latlng).addTo(map);
  });
  const silent = () => {
    told = null;
    tip.remove();
  };
  map.on('mouseout zoomstart', silent);
}

/** A tile's work knows neither its length nor, from afar, its name. */
const whole = (code) => lookUp(`/api/footprints/${encodeURIComponent(code)}`).then(prepare).catch(() => null);

/** The topmost work within reach of a world point, lines and squares before areas. */
export function workAt(works, at, zoom, px) {
  const reach = px / worldSize(zoom);
  const near = works.map((work) => ({ work, off: distance(work, at, zoom) })).filter(({ off }) => off <= reach);
  near.sort((a, b) => (a.work.kind === 'polygon') - (b.work.kind === 'polygon') || a.off - b.off);
  return near[0]?.work;
}

/** Whether a work is drawn as one of a count that coming closer would part. */
function crowded(work, works, zoom) {
  if (work.kind === 'line' || zoom >= 17.5) return false;
  return works.together(work).length > 1;
}

function distance(work, at, zoom) {
  if (work.kind === 'line') {
    const { box } = work;
    const slack = 20 / worldSize(zoom);
    if (at[0] < box.minX - slack || at[0] > box.maxX + slack || at[1] < box.minY - slack || at[1] > box.maxY + slack) return Infinity;
    return Math.min(...work.parts.map((part) => part.slice(1).reduce((least, b, i) => Math.min(least, toSegment(at, part[i], b)), Infinity)));
  }
  if (zoom <= 12.25) return Infinity;
  if (work.polygons && contains(work.polygons, at)) return 0;
  const half = SQUARE / 2 / worldSize(zoom);
  return Math.max(0, Math.hypot(at[0] - work.at[0], at[1] - work.at[1]) - half);
}

function about(work) {
  const p = work.properties;
  if (work.tiled) return el('div', null, el('b', null, p.name ?? planProject(p.project)?.shortName ?? work.code), worksLight(p) && light(worksLight(p), 13));
  const figures = work.kind === 'line'
    ? t('works.line-figures', { verified: length(lengthOf(work.verified)), length: length(work.length) })
    : t(`works.state-${p.state ?? 'none'}`);
  return el('div', null, el('b', null, p.name), el('div', null, figures), worksLight(p) && light(worksLight(p), 13));
}
