/** The map of the open report: the claimed range in violet, what is verified, reported and planned, stations, photo pins. */
import { divIcon, latLngBounds, marker } from 'leaflet';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { CanvasLayer } from '/shared/canvas-layer.js';
import { createMap, drawGround } from '/shared/base-map.js';
import { drawGrid, furniture, northArrow } from '/shared/map-furniture.js';
import { prepare } from '/shared/works.js';
import { boxesMeet } from '/shared/world.js';
import { cut, linesOf } from '/shared/measure.js';
import { desk } from './desk.js';
import { drawClaim } from './draw-claim.js';
import { claimLegend } from './claim-legend.js';
import { createWalkLayer } from './walk-layer.js';

const CLOSEST = 17.25;

/** Returns {show(current), clear(), refit(), point(i)}; `openPhoto(i)` is called from a pin. */
export function createClaimMap(node, over, openPhoto) {
  const map = createMap(node);
  const ground = drawGround(map, desk.base);
  map.fitBounds(ground.bounds, { animate: false });
  let scene = null;
  let pins = [];
  const layer = new CanvasLayer((context, frame) => paint(context, frame, map, scene)).addTo(map);
  const walk = createWalkLayer(map);
  put(over, claimLegend(), walk.button, northArrow(), furniture(map, desk.base));
  new ResizeObserver(() => map.invalidateSize({ animate: false, pan: false })).observe(node);

  function show(current) {
    const work = prepare(current.feature);
    scene = { work, around: current.around.map(prepare), report: current.report, old: current.old && prepare(current.old), others: current.others.filter((o) => o.footprint?.code === work.code) };
    walk.suit(current.report);
    pins.forEach((pin) => pin.remove());
    pins = current.report.photos.map((photo, i) => (photo.lon == null ? null : pin(map, photo, i, openPhoto))).filter(Boolean);
    map.invalidateSize({ animate: false, pan: false });
    refit();
    layer.redraw();
  }

  function refit() {
    if (!scene) return map.fitBounds(ground.bounds, { animate: false });
    return map.fitBounds(boundsOf(scene), { animate: false, maxZoom: CLOSEST, paddingTopLeft: [70, 76], paddingBottomRight: [70, 56] });
  }

  function clear() {
    scene = null;
    walk.suit(null);
    pins.forEach((pin) => pin.remove());
    pins = [];
    refit();
    layer.redraw();
  }

  const point = (i) => pins.forEach((each) => each.getElement()?.classList.toggle('pointed', each.options.number === i));
  return { show, clear, refit, point };
}

function paint(context, frame, map, scene) {
  if (frame.zoom >= 13) drawGrid(context, frame, map.getCenter().lat);
  if (!scene) return;
  drawClaim(context, frame, { ...scene, around: scene.around.filter((work) => boxesMeet(work.box, frame.box)) },
    (work) => desk.plan.projects.find((p) => p.number === work.properties.project)?.icon);
}

/** The claimed part, also where the line lay before, with the other side of a conflict; a whole footprint where no part is named; always the photos. */
function boundsOf({ work, report, old, others }) {
  const ranges = [report, ...others].flatMap((r) => r.projected ?? (r.range ? [[r.range.from, r.range.to]] : []));
  const lines = linesOf(work.feature.geometry);
  const points = lines.length ? (ranges.length ? ranges.flatMap(([from, to]) => cut(lines, from, to)) : lines).flat() : flat(work.feature.geometry.coordinates);
  if (old?.kind === 'line' && report.range) points.push(...cut(linesOf(old.feature.geometry), report.range.from, report.range.to).flat());
  const photos = report.photos.filter((p) => p.lon != null).map((p) => [p.lon, p.lat]);
  return latLngBounds([...points, ...photos].map(([lon, lat]) => [lat, lon])).pad(0.02);
}

const flat = (nest) => (typeof nest[0] === 'number' ? [nest] : nest.flatMap(flat));

function pin(map, photo, i, openPhoto) {
  const button = el('button', { class: 'photo-pin', type: 'button', 'aria-label': t('review.photo-open', { n: i + 1 }), on: { click: () => openPhoto(i) } }, String(i + 1));
  return marker([photo.lat, photo.lon], { number: i, keyboard: false, icon: divIcon({ html: button, className: 'pin-anchor', iconSize: null }) }).addTo(map);
}
