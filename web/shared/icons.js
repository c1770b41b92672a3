/** Glyphs on a 24 grid in the colour of the text. A glyph says what a thing is; its light sits beside it, never inside. */
import { svg } from './dom.js';

/** Each entry: stroked path, then what is filled. Circles are written as arcs so that a canvas can draw them too. */
export const GLYPHS = {
  trail: ['M5 21c6-1 3-6 7-8s6-2 5-6M8 8.500l4-2 2.500 2.500M12 6.500l-1.200 4.200M2.500 21h3M18.500 21h3', 'M12.400 3.800a1.600 1.600 0 1 0 3.200 0a1.600 1.600 0 1 0-3.200 0Z'],
  housing: ['M4 21V8l6-4v17M10 9h10v12M2.500 21h19M7 10v.01M7 14v.01M13.500 13h3M13.500 17h3'],
  source: ['M12 2.800c3.400 4.200 5 6.800 5 9.200a5 5 0 0 1-10 0c0-2.400 1.600-5 5-9.200ZM2.500 20.500c1.600-1.400 3.200-1.400 4.800 0s3.200 1.400 4.700 0 3.200-1.400 4.800 0 3.100 1.400 4.700 0'],
  outfall: ['M2.500 5h9a3.500 3.500 0 0 1 3.500 3.500V11M2.500 11h6.200a.8.8 0 0 1 .8.8V11M8 11h8.500M12.200 14v2.400M9.500 14.600v1M15 14.600v1M2.500 20.500c1.600-1.400 3.200-1.400 4.800 0s3.200 1.400 4.700 0 3.200-1.400 4.800 0 3.100 1.400 4.700 0'],
  signal: ['M10.500 2.500h3A2.500 2.500 0 0 1 16 5v10a2.500 2.500 0 0 1-2.500 2.500h-3A2.500 2.500 0 0 1 8 15V5a2.500 2.500 0 0 1 2.500-2.500ZM10.700 10a1.300 1.300 0 1 0 2.600 0a1.300 1.300 0 1 0-2.600 0ZM10.700 13.800a1.300 1.300 0 1 0 2.600 0a1.300 1.300 0 1 0-2.600 0ZM12 17.500v4M9 21.500h6', 'M10.700 6.200a1.300 1.300 0 1 0 2.600 0a1.300 1.300 0 1 0-2.600 0Z'],
  school: ['M12 2.500v3.400M12 2.800h4.200v2.400H12M4 21V11.500l8-5.600 8 5.600V21M2.500 21h19M10 21v-4.500h4V21M10.700 12a1.300 1.300 0 1 0 2.600 0a1.300 1.300 0 1 0-2.600 0Z'],
  road: ['M8.600 3 3.500 21M15.400 3l5.100 18M12 4v2.600M12 10v3M12 16.500V21'],
  community: ['M5.400 7.500a2.600 2.600 0 1 0 5.200 0a2.600 2.600 0 1 0-5.200 0ZM14.100 8.500a2.100 2.100 0 1 0 4.200 0a2.100 2.100 0 1 0-4.200 0ZM2.800 20c0-4 2-6.400 5.200-6.400s5.200 2.400 5.200 6.400M14.600 13.600c3.400-.9 6.400 1.200 6.600 6.400'],
  park: ['M9 21v-6M9 15c-3.600 0-5.600-2-5.600-4.800C3.400 6.600 6 3 9 3s5.600 3.600 5.600 7.200C14.600 13 12.600 15 9 15ZM9 12l2.200-2.200M17.500 21v-4.500M15.500 16.500h4a2.200 2.200 0 0 0 .8-4.200 3 3 0 0 0-2.800-3.300M2.500 21h19'],
  pipe: ['M3 5.500v6M3 7h8a5.500 5.500 0 0 1 5.500 5.500V17M3 10h7.500a3 3 0 0 1 3 3v4M12 17h6.500', 'M15.200 19.200c.9 1.200 1.300 1.700 1.300 2.300a1.300 1.300 0 0 1-2.600 0c0-.6.4-1.100 1.300-2.300Z'],
  station: ['M12 2.800l8 3v5.400c0 4.700-3.200 8.200-8 10-4.800-1.800-8-5.300-8-10V5.800ZM8.400 11.800l2.600 2.600 4.800-5.200'],
  building: ['M6 21V3.500h12V21M3.500 21h17M9.500 7.500h1.500M13 7.500h1.500M9.500 11.500h1.500M13 11.500h1.500M10.500 21v-4.500h3V21'],
};

const TOOLS = {
  close: 'M5 5l14 14M19 5 5 19',
  search: 'M4 10.500a6.500 6.500 0 1 0 13 0a6.500 6.500 0 1 0-13 0ZM15.500 15.500 21 21',
  layers: 'M12 3l9 5-9 5-9-5ZM3.500 12.500 12 17l8.500-4.500M3.500 16.800 12 21.300l8.500-4.500',
  down: 'M6 9l6 6 6-6',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  person: 'M8 8a4 4 0 1 0 8 0a4 4 0 1 0-8 0ZM4.500 20.500c.6-4.300 3.400-6.500 7.500-6.500s6.900 2.200 7.500 6.500',
  play: 'M7 4.500v15l12-7.500Z',
  pause: 'M8 5v14M16 5v14',
  lock: 'M6 11h12v9H6ZM8.500 11V8a3.500 3.500 0 0 1 7 0v3',
  table: 'M3.500 5h17v14h-17ZM3.500 10h17M3.500 14.500h17M9.500 5v14',
  map: 'M3.500 6l5.700-2 5.600 2 5.700-2v14l-5.700 2-5.600-2-5.700 2ZM9.200 4v14M14.800 6v14',
  list: 'M8 6h12.500M8 12h12.500M8 18h12.500M3.500 6h.01M3.500 12h.01M3.500 18h.01',
  camera: 'M3.500 8h4l1.500-2.500h6L16.500 8h4v11.500h-17ZM8.500 13.500a3.500 3.500 0 1 0 7 0a3.500 3.500 0 1 0-7 0Z',
  flag: 'M5.500 21V4h12l-2.500 4 2.500 4h-12',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5',
  help: 'M9 9a3 3 0 1 1 4.300 2.700c-.9.500-1.300 1.100-1.300 2.300M12 17.500v.01M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0Z',
};

/** A project's glyph; unknown names get the plain flag of a works site. */
export function glyph(name, size = 18) {
  const [stroked, filled] = GLYPHS[name] ?? [TOOLS.flag];
  return frame(size, 1.75, svg('path', { d: stroked }), filled && svg('path', { d: filled, fill: 'currentColor', stroke: 'none' }));
}

/** A tool's icon. */
export function icon(name, size = 16) {
  return frame(size, 1.9, svg('path', { d: TOOLS[name], fill: name === 'play' ? 'currentColor' : null }));
}

/** The product's mark: a milestone. */
export function mark(size = 28) {
  return svg('svg', { width: size, height: size, viewBox: '0 0 32 32', 'aria-hidden': 'true' },
    svg('path', { d: 'M8 28V12a8 8 0 0 1 16 0v16Z', fill: 'var(--ink)' }),
    svg('path', { d: 'M3 28.500h26', stroke: 'var(--ink)', 'stroke-width': 2.5, 'stroke-linecap': 'round' }),
    svg('path', { d: 'M12 13.500h8M12 18.500h5', stroke: 'var(--surface)', 'stroke-width': 2.4, 'stroke-linecap': 'round' }));
}

function frame(size, width, ...shapes) {
  return svg('svg', {
    width: size, height: size, viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': width,
    'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true',
  }, ...shapes);
}
