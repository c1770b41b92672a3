/** A small drawing of a township's lines of one project, with what is missing in red. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { drawLines, inks } from '/shared/draw-lines.js';
import { boxOf, WORLD_PX, worldPolygons } from '/shared/world.js';
import { cut } from '/shared/measure.js';
import { prepare } from '/shared/works.js';
import { state } from './state.js';
import { lookUp } from './load.js';

const WIDTH = 352;
const HEIGHT = 138;
const MARGIN = 26;

/** missing: [{footprint, ranges}]; clicks are the rows' business, so the drawing is only read aloud. */
export async function gapSketch(project, township, missing) {
  const { features } = await lookUp('/api/footprints', { project, township });
  const works = features.map(prepare).filter((work) => work.kind === 'line');
  const red = Object.fromEntries(missing.map((m) => [m.footprint, m.ranges]));
  const focus = works.filter((w) => red[w.code]).flatMap((w) => red[w.code].flatMap((range) => cut(w.parts, ...range)));
  if (!focus.length) return null;
  const canvas = el('canvas', { class: 'sketch', role: 'img', 'aria-label': t('township.sketch'), width: WIDTH * 2, height: HEIGHT * 2 });
  const frame = fit(boxOf(focus));
  const context = canvas.getContext('2d');
  context.scale(2, 2);
  const ink = inks();
  context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--m-land');
  context.fillRect(0, 0, WIDTH, HEIGHT);
  borders(context, frame);
  drawLines(context, { ...frame, zoom: Math.min(14, Math.max(11, frame.zoom)) }, works, red, null);
  scaleBar(context, frame, ink);
  return canvas;
}

function fit(box) {
  const spanX = Math.max(box.maxX - box.minX, 1e-6);
  const spanY = Math.max(box.maxY - box.minY, 1e-6);
  const scale = Math.min((WIDTH - 2 * MARGIN) / spanX, (HEIGHT - 2 * MARGIN) / spanY, WORLD_PX * 2 ** 15.5);
  const origin = { x: ((box.minX + box.maxX) / 2) * scale - WIDTH / 2, y: ((box.minY + box.maxY) / 2) * scale - HEIGHT / 2 };
  return { scale, origin, zoom: Math.log2(scale / WORLD_PX), box };
}

function borders(context, { scale, origin }) {
  context.strokeStyle = getComputedStyle(document.documentElement).getPropertyValue('--m-town-line');
  context.lineWidth = 1;
  context.setLineDash([7, 3, 1.5, 3]);
  for (const feature of state.base.townships.features) {
    for (const ring of worldPolygons(feature.geometry).flat()) {
      context.beginPath();
      ring.forEach(([x, y], i) => context[i ? 'lineTo' : 'moveTo'](x * scale - origin.x, y * scale - origin.y));
      context.stroke();
    }
  }
  context.setLineDash([]);
}

function scaleBar(context, { scale, box }, ink) {
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * box.minY)));
  const metresPerPx = (40_075_017 * Math.cos(latitude)) / scale;
  const metres = [5000, 2000, 1000, 500, 200, 100, 50].find((m) => m / metresPerPx <= 70) ?? 50;
  const width = metres / metresPerPx;
  context.strokeStyle = ink.text;
  context.lineWidth = 1.1;
  context.beginPath();
  context.moveTo(12, HEIGHT - 16);
  context.lineTo(12, HEIGHT - 11);
  context.lineTo(12 + width, HEIGHT - 11);
  context.lineTo(12 + width, HEIGHT - 16);
  context.stroke();
  context.font = `11px ${ink.sans}`;
  context.fillStyle = ink.text;
  context.fillText(metres >= 1000 ? `${metres / 1000} km` : `${metres} m`, 18 + width, HEIGHT - 10);
}
