/** The difference on a canvas. No light's colour but red for what cannot be taken; form says the rest: solid, dashed, dotted. */
import { el, svg } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { boxesMeet } from '/shared/world.js';

/** Bottom to top. */
const ORDER = ['missing', 'old', 'faulty', 'changed', 'new'];
const LOOK = {
  missing: { color: '--planned', dash: [1.5, 4], width: 3 },
  old: { color: '--planned', dash: [7, 4], width: 2.5 },
  faulty: { color: '--missing', dash: [4, 3], width: 3 },
  changed: { color: '--ink', dash: [], width: 3 },
  new: { color: '--ink', dash: [], width: 5 },
};

export function drawDiff(context, frame, shapes, chosen) {
  const style = getComputedStyle(document.documentElement);
  const ink = (name) => style.getPropertyValue(name).trim();
  const seen = shapes.filter((shape) => boxesMeet(shape.box, frame.box));
  context.lineJoin = context.lineCap = 'round';
  for (const shape of seen.filter((each) => each.id === chosen)) stroke(context, frame, shape, ink('--select'), 15, []);
  for (const outcome of ORDER) {
    const look = LOOK[outcome];
    for (const shape of seen.filter((each) => each.outcome === outcome)) {
      stroke(context, frame, shape, ink('--m-case'), look.width + 3, []);
      stroke(context, frame, shape, ink(look.color), look.width, look.dash);
    }
  }
  context.setLineDash([]);
}

function stroke(context, { scale, origin }, { kind, parts }, color, width, dash) {
  const path = new Path2D();
  for (const part of parts) {
    if (kind === 'point') {
      const [x, y] = [part[0][0] * scale - origin.x, part[0][1] * scale - origin.y];
      path.moveTo(x + 6, y);
      path.arc(x, y, 6, 0, 2 * Math.PI);
    } else part.forEach(([x, y], i) => path[i ? 'lineTo' : 'moveTo'](x * scale - origin.x, y * scale - origin.y));
  }
  context.setLineDash(dash);
  context.strokeStyle = color;
  context.lineWidth = kind === 'line' ? width : Math.max(2, width - 1);
  context.stroke(path);
}

/** The same looks, named. */
export function legend() {
  return el('ul', null, [...ORDER].reverse().map((outcome) => {
    const { color, dash, width } = LOOK[outcome];
    return el('li', null, svg('svg', { width: 34, height: 10, 'aria-hidden': 'true' },
      svg('path', { d: 'M3 5H31', fill: 'none', stroke: `var(${color})`, 'stroke-width': width, 'stroke-dasharray': dash.join(' ') || null, 'stroke-linecap': 'round' })), t(`intake.legend.${outcome}`));
  }));
}
