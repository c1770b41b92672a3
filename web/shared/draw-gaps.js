/** A red tag beside each wide missing range: how much nobody reported. */
import { pointAt } from './measure.js';
import { inks } from './draw-lines.js';

const AT_MOST = 3;
const MIN_LINE_PX = 56;
const AWAY_PX = 64;

/** missing: {code: ranges in metres}; said(metres) words a tag. What the tags cover is added to `taken`. */
export function drawGaps(context, frame, works, missing, said, taken) {
  if (frame.zoom < 12.5 || !missing) return;
  const ink = inks();
  const gaps = works.flatMap((work) => (missing[work.code] ?? []).map(([from, to]) => ({ work, from, to, px: onScreen(frame, work, from, to) })));
  for (const gap of gaps.filter(({ px }) => px > MIN_LINE_PX).sort((a, b) => b.px - a.px).slice(0, AT_MOST)) tag(context, frame, gap, said(gap.to - gap.from), ink, taken);
}

/** About how long a range is on the screen. */
function onScreen({ scale }, { parts, length, box }, from, to) {
  const whole = parts.reduce((sum, part) => sum + part.slice(1).reduce((s, p, i) => s + Math.hypot(p[0] - part[i][0], p[1] - part[i][1]), 0), 0);
  return box ? (whole * scale * (to - from)) / length : 0;
}

function tag(context, { scale, origin, box }, { work, from, to }, text, ink, taken) {
  const place = pointAt(work.parts, (from + to) / 2);
  if (!place || place.lon < box.minX || place.lon > box.maxX || place.lat < box.minY || place.lat > box.maxY) return;
  const [x, y] = [place.lon * scale - origin.x, place.lat * scale - origin.y];
  const angle = Math.atan2(place.dy, place.dx);
  context.font = `700 12.5px ${ink.sans}`;
  const width = context.measureText(text).width + 20;
  const spots = [1, -1].map((side) => [x - Math.sin(angle) * side * (AWAY_PX + width / 3), y + Math.cos(angle) * side * AWAY_PX]);
  const area = ([cx, cy]) => [cx - width / 2, cy - 12, cx + width / 2, cy + 12];
  const spot = spots.find((s) => !taken.some((other) => meet(area(s), other)));
  if (!spot) return;
  const [left, top] = area(spot);
  taken.push(area(spot));
  context.setLineDash([]);
  context.strokeStyle = ink.missing;
  context.lineWidth = 1.4;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(...spot);
  context.stroke();
  context.fillStyle = ink.missing;
  context.beginPath();
  context.roundRect(left, top, width, 24, 3);
  context.fill();
  context.fillStyle = ink.case;
  context.textBaseline = 'middle';
  context.fillText(text, left + 10, top + 12.5);
}

const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
