/** Stations on lines: ticks every 500 m, K1 at full kilometres on one side, K1+120 on the other where the state changes. */
import { pointAt, stationText } from './measure.js';
import { lengthOf } from './ranges.js';
import { inks, widths } from './draw-lines.js';

const MIN_LINE_PX = 70;

/** Hidden below zoom 13; every 100 m from 17 on. Labels that would collide are dropped, changes of state win. */
export function drawStations(context, frame, all, taken = []) {
  if (frame.zoom < 13) return;
  const works = all.filter(({ box }) => Math.hypot(box.maxX - box.minX, box.maxY - box.minY) * frame.scale > MIN_LINE_PX);
  const ink = inks();
  const half = widths(frame.zoom).done / 2;
  context.lineCap = 'butt';
  for (const work of works) {
    for (const m of changesOf(work)) mark(context, frame, work, m, { ink, half: half + 5, side: 1, text: stationText(m), bold: true, taken });
  }
  for (const work of works) {
    const step = frame.zoom >= 17 ? 100 : 500;
    for (let m = step; m < work.length; m += step) {
      const text = m % 1000 === 0 ? `K${m / 1000}` : frame.zoom >= 17 ? `+${m % 1000}` : '';
      mark(context, frame, work, m, { ink, half: half + 2, side: -1, text, bold: false, taken });
    }
  }
}

/** Ends of the verified, reported and missing ranges, with the line's own ends. */
function changesOf(work) {
  const cuts = new Set([0, work.length]);
  for (const [from, to] of [...work.verified, ...work.reported]) cuts.add(from).add(to);
  const long = lengthOf(work.verified) + lengthOf(work.reported) > 0;
  return long ? [...cuts].sort((a, b) => a - b) : [0, work.length];
}

function mark(context, frame, work, m, { ink, half, side, text, bold, taken }) {
  const place = onScreen(frame, work.parts, m);
  if (!place) return;
  const [nx, ny] = [-Math.sin(place.angle) * side, Math.cos(place.angle) * side];
  context.strokeStyle = ink.text;
  context.lineWidth = bold ? 1.6 : 1.1;
  context.beginPath();
  context.moveTo(place.x - nx * (bold ? half - 2 : half), place.y - ny * (bold ? half - 2 : half));
  context.lineTo(place.x + nx * (half + (bold ? 3 : 0)), place.y + ny * (half + (bold ? 3 : 0)));
  context.stroke();
  if (text) label(context, place.x + nx * (half + 7), place.y + ny * (half + 7), text, { ink, bold, nx, ny, taken });
}

function label(context, x, y, text, { ink, bold, nx, ny, taken }) {
  context.font = `${bold ? 700 : 400} 12px ${ink.sans}`;
  const width = context.measureText(text).width;
  const left = nx > 0.35 ? x : nx < -0.35 ? x - width : x - width / 2;
  const middle = y + ny * 5;
  const box = [left - 3, middle - 8, left + width + 3, middle + 8];
  if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) return;
  taken.push(box);
  context.textBaseline = 'middle';
  context.lineWidth = 3.2;
  context.lineJoin = 'round';
  context.strokeStyle = ink.halo;
  context.strokeText(text, left, middle);
  context.fillStyle = ink.label;
  context.fillText(text, left, middle);
}

/** {x, y, angle} in layer pixels; null in a gap or off the canvas. */
function onScreen({ scale, origin, box }, parts, m) {
  const place = pointAt(parts, m); // its lon and lat are what the parts hold: x and y
  if (!place || place.lon < box.minX || place.lon > box.maxX || place.lat < box.minY || place.lat > box.maxY) return null;
  return { x: place.lon * scale - origin.x, y: place.lat * scale - origin.y, angle: Math.atan2(place.dy, place.dx) };
}
