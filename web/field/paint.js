/** Everything on the canvas of the map, bottom to top. */
import { drawGrid } from '/shared/map-furniture.js';
import { drawLines, inks, ladder, strokeOn, trace, widths } from '/shared/draw-lines.js';
import { drawStations } from '/shared/draw-stations.js';
import { drawPlaces } from '/shared/draw-places.js';
import { cut } from '/shared/measure.js';
import { lengthOf, subtract, union } from '/shared/ranges.js';
import { boxesMeet, toWorld, worldSize } from '/shared/world.js';
import { inStep } from './read-pack.js';
import { myRanges } from './mine.js';
import { claimRanges } from './claim.js';
import { state } from './state.js';

export function paint(context, frame, latitude) {
  if (frame.zoom >= 13) drawGrid(context, frame, latitude);
  const seen = state.works.filter((work) => boxesMeet(work.box, frame.box));
  const lines = seen.filter((work) => work.kind === 'line').map(asMarked);
  const claimed = state.claim && lines.find((work) => work.code === state.claim.work.code);
  if (claimed) claimOutline(context, frame, claimed);
  drawLines(context, frame, lines, null, state.claim ? null : state.chosen);
  lines.filter((work) => work.waiting.length).forEach((work) => waitingLadder(context, frame, work));
  if (claimed) claimNew(context, frame, claimed);
  drawStations(context, frame, state.claim ? lines.filter((work) => work === claimed) : lines);
  if (!state.claim || state.claim.kind !== 'line') drawPlaces(context, frame, seen.filter((work) => work.kind !== 'line'), (work) => state.icons?.get(work.properties.project), state.claim?.work.code ?? state.chosen);
  if (state.claim?.ring?.length) drawRing(context, frame, state.claim.ring);
  if (state.fix) me(context, frame, state.fix);
}

/** The line in the step that is marked, with what I sent counted as reported and what waits apart. */
function asMarked(work) {
  const step = state.claim?.work.code === work.code ? state.claim.step : null;
  const line = inStep(work, step);
  const { waiting, sent } = myRanges(state.items, work.code, step);
  return { ...line, reported: subtract(union(line.reported, sent), line.verified), waiting: subtract(waiting, [...line.verified, ...line.reported]) };
}

const pathOf = (frame, work, ranges) => trace(frame, ranges.flatMap((range) => cut(work.parts, ...range)));

/** Mine, still on this phone: the ladder of 已上报 in ink instead of green. */
function waitingLadder(context, frame, work) {
  const ink = inks();
  const w = widths(frame.zoom);
  const stroke = strokeOn(context);
  const path = pathOf(frame, work, work.waiting);
  stroke(path, ink.case, w.done + 2 * w.casing);
  ladder(stroke, path, ink, w.done, ink.ink);
  context.setLineDash([]);
}

function claimOutline(context, frame, work) {
  const ranges = claimRanges(state.claim);
  if (!lengthOf(ranges)) return;
  const ink = inks();
  const stroke = strokeOn(context);
  const path = pathOf(frame, work, ranges);
  context.lineCap = context.lineJoin = 'round';
  stroke(path, ink.claimEdge, widths(frame.zoom).done + 16);
  stroke(path, ink.claimCore, widths(frame.zoom).done + 10);
  context.lineCap = 'butt';
}

/** What the mark adds looks as it will once it is reported. */
function claimNew(context, frame, work) {
  const fresh = subtract(claimRanges(state.claim), [...work.verified, ...work.reported, ...work.waiting]);
  if (!fresh.length) return;
  const ink = inks();
  const stroke = strokeOn(context);
  ladder(stroke, pathOf(frame, work, fresh), ink, widths(frame.zoom).done);
  context.setLineDash([]);
}

function drawRing(context, { scale, origin }, ring) {
  const ink = inks();
  const path = new Path2D();
  ring.map(toWorld).forEach(([x, y], i) => path[i ? 'lineTo' : 'moveTo'](x * scale - origin.x, y * scale - origin.y));
  path.closePath();
  strokeOn(context)(path, ink.select, 3, [8, 5]);
  context.setLineDash([]);
}

/** Violet dot in a circle of its accuracy. */
function me(context, { zoom, scale, origin }, fix) {
  const ink = inks();
  const [x, y] = toWorld([fix.lon, fix.lat]);
  const at = [x * scale - origin.x, y * scale - origin.y];
  const metre = worldSize(zoom) / (40075017 * Math.cos((fix.lat * Math.PI) / 180));
  disc(context, at, Math.max(14, fix.accuracyM * metre), ink.select, 0.14);
  disc(context, at, 11, ink.case, 1);
  disc(context, at, 8.5, ink.select, 1);
}

function disc(context, [x, y], radius, color, alpha) {
  context.globalAlpha = alpha;
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  context.globalAlpha = 1;
}

