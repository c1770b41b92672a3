/** Points and polygons on a canvas: a white square with the project's glyph, a bar below it that fills; counts when far. */
import { GLYPHS } from './icons.js';
import { inks } from './draw-lines.js';

export const SQUARE = 26;
const FLAG = ['M5.500 21V4h12l-2.500 4 2.500 4h-12'];
const glyphPaths = new Map();

/** works: prepared points and polygons; iconOf(work) names the glyph. Squares that would cover each other become a count. */
export function drawPlaces(context, frame, works, iconOf, chosen) {
  drawAreas(context, frame, works);
  drawSigns(context, frame, works, iconOf, chosen, crowds);
}

/** The ground that polygons cover. */
export function drawAreas(context, frame, works) {
  const ink = inks();
  for (const work of works.filter((w) => w.kind === 'polygon')) drawArea(context, frame, work, ink);
}

/** Squares and counts; together(works, scale) says what becomes a count. */
export function drawSigns(context, frame, works, iconOf, chosen, together) {
  const ink = inks();
  for (const { at, members } of together(works.filter((w) => w.code !== chosen), frame.scale)) {
    if (members.length > 1) drawCount(context, frame, at, iconOf(members[0]), members.length, 0);
    else square(context, place(frame, at), iconOf(members[0]), members[0].shares, ink, false);
  }
  for (const work of works.filter((w) => w.code === chosen)) square(context, place(frame, work.at), iconOf(work), work.shares, ink, true);
}

/** [{at: middle in world fractions, members}]: works nearer than two squares to the first of a crowd belong to it. */
export function crowds(works, scale) {
  const reach = (SQUARE * 1.8) / scale;
  const found = [];
  for (const work of works) {
    const crowd = found.find(({ first }) => Math.abs(first[0] - work.at[0]) < reach && Math.abs(first[1] - work.at[1]) < reach);
    if (crowd) crowd.members.push(work);
    else found.push({ first: work.at, members: [work] });
  }
  return found.map(({ members }) => ({ at: middle(members), members }));
}

/** As crowds(), but by the cells of a fixed grid: a pan that brings others in changes no count. */
export function cells(works, scale) {
  const size = (SQUARE * 1.8) / scale;
  const found = new Map();
  for (const work of works) {
    const key = `${Math.floor(work.at[0] / size)} ${Math.floor(work.at[1] / size)}`;
    if (found.has(key)) found.get(key).push(work);
    else found.set(key, [work]);
  }
  return [...found.values()].map((members) => ({ at: middle(members), members }));
}

const middle = (members) => [0, 1].map((i) => members.reduce((sum, m) => sum + m.at[i], 0) / members.length);

/** A pill with glyph and count where points would crowd, its middle `below` pixels under the place. */
export function drawCount(context, frame, at, name, count, below) {
  const ink = inks();
  const [x, y] = place(frame, at);
  context.font = `700 12px ${ink.sans}`;
  const width = 27 + context.measureText(String(count)).width;
  box(context, x - width / 2, y - 10 + below, width, 20, ink.surface, ink.ink, 1.2);
  drawGlyph(context, name, x - width / 2 + 4, y - 7 + below, 14, ink.ink);
  context.textBaseline = 'middle';
  context.fillStyle = ink.text;
  context.fillText(String(count), x - width / 2 + 21, y + 0.5 + below);
}

function drawArea(context, { scale, origin }, work, ink) {
  const path = new Path2D();
  for (const ring of work.polygons.flat()) {
    ring.forEach(([x, y], i) => path[i ? 'lineTo' : 'moveTo'](x * scale - origin.x, y * scale - origin.y));
    path.closePath();
  }
  const { reported, verified } = work.shares;
  context.globalAlpha = 0.55;
  context.fillStyle = verified >= 1 ? ink.verified : reported > 0 ? ink.gap : ink.plannedFill;
  context.fill(path, 'evenodd');
  context.globalAlpha = 1;
  context.setLineDash(verified >= 1 || !reported ? [] : [5, 3]);
  context.strokeStyle = reported > 0 ? ink.verified : ink.planned;
  context.lineWidth = reported > 0 ? 2 : 1.4;
  context.stroke(path);
  context.setLineDash([]);
}

function square(context, [x, y], name, { reported, verified }, ink, chosen) {
  const [left, top] = [x - SQUARE / 2, y - SQUARE / 2];
  if (chosen) box(context, left - 4, top - 4, SQUARE + 8, SQUARE + 14, ink.surface, ink.select, 3);
  box(context, left, top, SQUARE, SQUARE, ink.surface, ink.ink, 1.6);
  drawGlyph(context, name, left + 4, top + 4, 18, ink.ink);
  context.fillStyle = ink.surface;
  context.fillRect(left - 1, top + SQUARE + 1, SQUARE + 2, 7);
  context.fillStyle = ink.plannedFill;
  context.fillRect(left, top + SQUARE + 2, SQUARE, 5);
  context.fillStyle = ink.verified;
  for (let dx = 0; dx < SQUARE * reported - 1; dx += 3.5) context.fillRect(left + dx, top + SQUARE + 2, 2, 5);
  context.fillRect(left, top + SQUARE + 2, SQUARE * verified, 5);
}

function box(context, x, y, w, h, fill, edge, width) {
  context.beginPath();
  context.roundRect(x, y, w, h, 3);
  context.fillStyle = fill;
  context.fill();
  context.strokeStyle = edge;
  context.lineWidth = width;
  context.stroke();
}

function drawGlyph(context, name, x, y, size, color) {
  if (!glyphPaths.has(name)) glyphPaths.set(name, (GLYPHS[name] ?? FLAG).map((d) => new Path2D(d)));
  const [stroked, filled] = glyphPaths.get(name);
  context.save();
  context.translate(x, y);
  context.scale(size / 24, size / 24);
  context.strokeStyle = context.fillStyle = color;
  context.lineWidth = 1.9;
  context.lineCap = context.lineJoin = 'round';
  context.stroke(stroked);
  if (filled) context.fill(filled);
  context.restore();
}

const place = ({ scale, origin }, [x, y]) => [x * scale - origin.x, y * scale - origin.y];
