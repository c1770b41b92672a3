/** Paints one report on the canvas: lines around, the claim's violet casing, the other side of a conflict dashed in ink, texts. */
import { t } from '/shared/i18n.js';
import { number } from '/shared/format.js';
import { cut, pointAt } from '/shared/measure.js';
import { intersect, lengthOf, subtract, union } from '/shared/ranges.js';
import { drawLines, inks, widths } from '/shared/draw-lines.js';
import { drawStations } from '/shared/draw-stations.js';
import { drawPlaces } from '/shared/draw-places.js';

/** scene: {work, around, report, old, others}; works as prepared by shared/works.js; `old` is the work as it lay when reported. */
export function drawClaim(context, frame, { work, around, report, old, others }, iconOf) {
  if (work.kind !== 'line') {
    drawLines(context, frame, around.filter((w) => w.kind === 'line'), null, null);
    return drawPlaces(context, frame, [...around.filter((w) => w.kind !== 'line'), work], iconOf, work.code);
  }
  const claim = rangesOf(report, work);
  drawLines(context, frame, [...around.filter((w) => w.kind === 'line'), work], null, null);
  for (const other of others) {
    outline(context, frame, work, rangesOf(other, work));
    drawLines(context, frame, rangesOf(other, work).flatMap((range) => part(work, range)), null, null);
  }
  if (old?.kind === 'line' && report.range) outline(context, frame, old, [[report.range.from, report.range.to]]);
  casing(context, frame, work, claim);
  drawLines(context, frame, claim.flatMap((range) => part(work, range)), null, null);
  const taken = [];
  drawStations(context, frame, [withEnds(work, claim)], taken);
  return texts(context, frame, work, report, claim, taken);
}

/** On the current version; as sent where it could not be carried over. */
function rangesOf(report, work) {
  const ranges = report.projected?.length ? report.projected : report.range ? [[report.range.from, report.range.to]] : [[0, work.length]];
  return union(ranges);
}

/** The piece of the work in a range, as a work of its own. */
function part(work, [from, to]) {
  const within = (ranges) => intersect(ranges, [[from, to]]);
  return [{ ...work, parts: cut(work.parts, from, to), verified: within(work.verified), reported: within(work.reported) }];
}

/** So that the claim's own ends carry their stations also where no state changes. */
function withEnds(work, claim) {
  return { ...work, reported: [...work.reported, ...claim.flatMap(([from, to]) => [[from, from], [to, to]])] };
}

function casing(context, frame, work, ranges) {
  const ink = inks();
  const { done } = widths(frame.zoom);
  for (const [color, width] of [[ink.select, done + 13], [ink.case, done + 7.5]]) stroke(context, frame, work, ranges, color, width, [], 'round');
}

/** The other side of a conflict, or the place a line was moved from: two thin dashed lines of ink beside the line. */
function outline(context, frame, work, ranges) {
  const ink = inks();
  const { done } = widths(frame.zoom);
  stroke(context, frame, work, ranges, ink.text, done + 22, [5, 4], 'butt');
  stroke(context, frame, work, ranges, ink.case, done + 18, [], 'butt');
}

function stroke(context, frame, work, ranges, color, width, dash, cap) {
  Object.assign(context, { strokeStyle: color, lineWidth: width, lineCap: cap, lineJoin: 'round' });
  context.setLineDash(dash);
  for (const line of ranges.flatMap(([from, to]) => cut(work.parts, from, to))) {
    context.beginPath();
    line.forEach(([x, y], i) => context[i ? 'lineTo' : 'moveTo'](x * frame.scale - frame.origin.x, y * frame.scale - frame.origin.y));
    context.stroke();
  }
  context.setLineDash([]);
}

/** 新增 620 m in violet beside the new part, 重叠 150 m，计 0 beside what is verified already. */
function texts(context, frame, work, report, claim, taken) {
  if (report.state === 'accepted') return;
  const ink = inks();
  const undone = report.kind === 'undone';
  const [fresh, again] = undone ? [claim, []] : [subtract(claim, work.verified), intersect(claim, work.verified)];
  const metres = (ranges) => number(Math.round(lengthOf(ranges)), 0);
  if (fresh.length) beside(context, frame, work, fresh, t(undone ? 'review.map-undone' : 'review.map-new', { metres: metres(fresh) }), { color: ink.select, font: `700 14px ${ink.sans}`, side: 1, ink, taken });
  if (again.length) beside(context, frame, work, again, t('review.map-overlap', { metres: metres(again) }), { color: ink.second, font: `400 12.5px ${ink.sans}`, side: -1, ink, taken });
}

/** Further out where a station's label is in the way, or not at all. side 1 = right of the line on the screen, −1 = left; works' places are world fractions. */
function beside(context, frame, work, ranges, text, { color, font, side, ink, taken }) {
  const [from, to] = ranges.reduce((longest, range) => (range[1] - range[0] > longest[1] - longest[0] ? range : longest));
  const at = pointAt(work.parts, (from + to) / 2);
  if (!at) return;
  const size = Math.hypot(at.dx, at.dy) || 1;
  const right = at.dy > 0 ? -1 : 1;
  const [nx, ny] = [(-at.dy / size) * right * side, (at.dx / size) * right * side];
  context.font = font;
  const width = context.measureText(text).width;
  const box = [0, 22, 44].map((more) => {
    const far = widths(frame.zoom).done / 2 + 18 + more;
    const left = at.lon * frame.scale - frame.origin.x + nx * far + (nx >= 0 ? 0 : -width);
    const middle = at.lat * frame.scale - frame.origin.y + ny * far;
    return [left - 4, middle - 10, left + width + 4, middle + 10];
  }).find((each) => !taken.some((other) => each[0] < other[2] && other[0] < each[2] && each[1] < other[3] && other[1] < each[3]));
  if (!box) return;
  taken.push(box);
  Object.assign(context, { textBaseline: 'middle', lineWidth: 3.2, lineJoin: 'round', strokeStyle: ink.halo, fillStyle: color });
  context.strokeText(text, box[0] + 4, box[1] + 10);
  context.fillText(text, box[0] + 4, box[1] + 10);
}
