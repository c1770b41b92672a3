/** The lights: colour, shape, map pattern and word. Codes come from the server. */
import { svg, el } from './dom.js';
import { t } from './i18n.js';
import { uiScale } from './ui-scale.js';

/** Worst first; `open` 待分解 and `none` 不涉及 take no part in the order but come last in lists. */
export const LIGHTS = ['late', 'lag', 'pend', 'warn', 'stale', 'ok', 'done', 'open', 'none'];
export const RED = ['late', 'lag'];
export const YELLOW = ['pend', 'warn'];

export const rank = (code) => (LIGHTS.indexOf(code) + LIGHTS.length) % LIGHTS.length;
export const lightWord = (code) => t(`light.${code}`);

/** Sign and word, as everywhere in text. */
export function light(code, size = 14) {
  return el('span', { class: `light l-${code}` }, lightSign(code, size, true), lightWord(code));
}

/** The sign alone; unless a word stands beside it, it is read aloud. */
export function lightSign(code, size = 16, wordBeside = false) {
  const aloud = wordBeside ? { 'aria-hidden': 'true' } : { role: 'img', 'aria-label': lightWord(code) };
  return svg('svg', { class: 'sign', width: size, height: size, viewBox: '0 0 20 20', ...aloud }, shapes(code));
}

const stroke = (color, width) => ({
  fill: 'none', stroke: `var(--${color})`, 'stroke-width': width, 'stroke-linecap': 'round', 'stroke-linejoin': 'round',
});
const dot = (cx, cy, color, r = 1.3) => svg('circle', { cx, cy, r, fill: `var(--${color})` });
const path = (d, props) => svg('path', { d, ...props });
const solid = (name) => ({ fill: `var(--${name}-c)` });
const edged = (name, edge) => ({ ...solid(name), stroke: `var(--${edge})`, 'stroke-width': 1.3, 'stroke-linejoin': 'round' });

const SHAPES = {
  done: () => [svg('circle', { cx: 10, cy: 10, r: 9, ...solid('done') }), path('M5.6 10.4l3 3 5.8-6.4', stroke('done-o', 2.4))],
  ok: () => [svg('circle', { cx: 10, cy: 10, r: 8, ...solid('ok') })],
  warn: () => [path('M10 1.6 19.2 18H.8Z', edged('warn', 'warn-o')), path('M10 7v5.4', stroke('warn-o', 2.2)), dot(10, 15.3, 'warn-o')],
  pend: () => [path('M10 .9 19.1 10 10 19.1.9 10Z', edged('pend', 'pend-o')), path('M10 5.6V10l3 2', stroke('pend-o', 2))],
  lag: () => [path('M.9 2.4H19.1L10 18.6Z', edged('lag', 'lag-c')), path('M6.6 6.6h6.8', stroke('lag-o', 2.4))],
  late: () => [path('M6.2 1h7.6L19 6.2v7.6L13.8 19H6.2L1 13.8V6.2Z', solid('late')),
    path('M6.7 6.7l6.6 6.6M13.3 6.7l-6.6 6.6', stroke('late-o', 2.4))],
  stale: () => [svg('circle', { cx: 10, cy: 10, r: 8, ...stroke('stale-t', 2.3), fill: 'var(--surface)', 'stroke-dasharray': '4.2 2.1',
    'stroke-linecap': 'butt' }), ...[6.6, 10, 13.4].map((x) => dot(x, 10, 'stale-t'))],
  open: () => [svg('rect', { x: 3, y: 3, width: 14, height: 14, rx: 2, ...stroke('none-t', 1.8), 'stroke-dasharray': '3 2' })],
  none: () => [path('M5 10h10', stroke('none-c', 2.2))],
};

function shapes(code) {
  return (SHAPES[code] ?? SHAPES.none)();
}

/** The colour of a pattern's ground is the light's tint; its ink says which light it is without colour. */
const PATTERNS = {
  done: [8, '', () => []],
  ok: [8, '', () => []],
  warn: [9, 'rotate(45)', () => [ink('warn', { width: 2, height: 9 })]],
  pend: [8, '', () => [ink('pend', { y: 3, width: 5, height: 1.8 })]],
  lag: [7, 'rotate(-45)', () => [ink('lag', { width: 2, height: 7 })]],
  late: [8, 'rotate(45)', () => [path('M0 0H8M0 0V8', { stroke: 'var(--late-x)', 'stroke-width': 2.6 })]],
  stale: [7, '', () => [dot(2, 2, 'stale-x', 1.1), dot(5.5, 5.5, 'stale-x', 1.1)]],
  open: [8, '', () => []],
  none: [8, '', () => []],
};
const ink = (name, props) => svg('rect', { ...props, fill: `var(--${name}-x)` });

/** The SVG that holds #f-late and its kind; put it once into the page, before any map. */
export function lightPatterns() {
  const defs = Object.entries(PATTERNS).map(([code, [size, turn, draw]]) =>
    svg('pattern', { id: `f-${code}`, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: `scale(${uiScale()}) ${turn}` },
      svg('rect', { width: size, height: size, fill: `var(--${code === 'open' ? 'none' : code}-m)` }), draw()));
  return svg('svg', { class: 'patterns', 'aria-hidden': 'true' }, svg('defs', null, defs));
}

/** A legend's small field of the pattern. */
export function lightSwatch(code) {
  const ui = uiScale();
  return svg('svg', { width: 26, height: 16, viewBox: `0 0 ${26 * ui} ${16 * ui}`, 'aria-hidden': 'true' },
    svg('rect', { x: ui / 2, y: ui / 2, width: 25 * ui, height: 15 * ui, fill: `url(#f-${code})`, stroke: 'var(--m-town)', 'stroke-width': ui }));
}
