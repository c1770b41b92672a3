/** Lines on a canvas: planned grey < missing < reported ladder < verified solid < chosen. */
import { cut } from './measure.js';

/** Pixels at a zoom: planned, done, white casing. */
export function widths(zoom) {
  if (zoom < 11) return { planned: 1.4, done: 2.6, casing: 0 };
  if (zoom < 13.5) return { planned: 2, done: 4, casing: 1.5 };
  if (zoom < 16) return { planned: 3, done: 7, casing: 2 };
  return { planned: 4, done: 10, casing: 2.5 };
}

/** works: prepared lines; missing: {code: ranges in metres} to be shown red; chosen: a code. */
export function drawLines(context, frame, works, missing, chosen) {
  const w = widths(frame.zoom);
  const ink = inks();
  const stroke = strokeOn(context);
  context.lineJoin = 'round';
  context.lineCap = 'butt';
  const whole = trace(frame, works.flatMap((work) => work.parts));
  const picked = works.filter((work) => work.code === chosen);
  if (picked.length) {
    const path = trace(frame, picked.flatMap((work) => work.parts));
    context.lineCap = 'round';
    stroke(path, ink.select, w.done + 15);
    stroke(path, ink.case, w.done + 10);
    context.lineCap = 'butt';
  }
  if (w.casing) stroke(whole, ink.case, w.planned + 2 * w.casing);
  stroke(whole, ink.planned, w.planned);
  drawMissing(frame, works, missing, (path) => {
    context.lineCap = 'round';
    stroke(path, ink.band, w.done + 7);
    context.lineCap = 'butt';
    stroke(path, ink.missing, Math.max(2, w.done / 2), [w.done * 0.9 + 2, w.done * 0.6 + 1.5]);
  });
  const reported = trace(frame, works.flatMap((work) => done(work, 'reported')));
  const verified = trace(frame, works.flatMap((work) => done(work, 'verified')));
  if (w.casing) {
    stroke(reported, ink.case, w.done + 2 * w.casing);
    stroke(verified, ink.case, w.done + 2 * w.casing);
  }
  ladder(stroke, reported, ink, w.done);
  stroke(verified, ink.verified, w.done);
  context.setLineDash([]);
}

/** stroke(path, color, width, dash) on a canvas. */
export const strokeOn = (context) => (path, color, width, dash = []) => {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.setLineDash(dash);
  context.stroke(path);
};

/** Green edge (or another), pale core, cross bars by dashes, so that it follows bends. */
export function ladder(stroke, path, ink, width, edge = ink.verified) {
  stroke(path, edge, width);
  if (width < 3.5) return stroke(path, ink.gap, width * 0.7, [1.6, 1.6]);
  stroke(path, ink.gap, width * 0.62);
  return stroke(path, edge, width * 0.64, [Math.max(1.4, width * 0.36), Math.max(2, width * 0.5)]);
}

function drawMissing(frame, works, missing, paint) {
  const parts = works.filter((work) => missing?.[work.code]).flatMap((work) => pieces(work, missing[work.code]));
  if (parts.length) paint(trace(frame, parts));
}

/** Works of vector tiles come with their pieces cut. */
const done = (work, name) => work.pieces?.[name] ?? pieces(work, work[name]);

const pieces = (work, ranges) => ranges.flatMap((range) => cut(work.parts, ...range));

/** One path of many parts; vertices closer than 0.7 px to the last are skipped. */
export function trace({ scale, origin }, parts) {
  const path = new Path2D();
  for (const part of parts) {
    let [lastX, lastY] = [NaN, NaN];
    part.forEach(([x, y], i) => {
      const [px, py] = [x * scale - origin.x, y * scale - origin.y];
      if (i === 0) path.moveTo(px, py);
      else if (i < part.length - 1 && Math.abs(px - lastX) + Math.abs(py - lastY) < 0.7) return;
      else path.lineTo(px, py);
      [lastX, lastY] = [px, py];
    });
  }
  return path;
}

let known = null;

/** The tokens a canvas needs; read once a frame, so that a theme may change them. */
export function inks() {
  if (!known) {
    known = readInks();
    setTimeout(() => { known = null; });
  }
  return known;
}

function readInks() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    verified: read('verified'), gap: read('reported-gap'), planned: read('planned'), plannedFill: read('planned-fill'), missing: read('missing'),
    band: read('missing-band'), case: read('m-case'), select: read('select'), label: read('m-label'), halo: read('m-halo'),
    text: read('text'), second: read('text-2'), surface: read('surface'), ink: read('ink'), track: read('track'),
    claimEdge: read('claim-edge'), claimCore: read('claim-core'), sans: read('sans'),
  };
}
