/** What the lines on the review map mean. */
import { el, svg } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

const line = (color, width, dash) => svg('path', { d: 'M3 8H27', fill: 'none', stroke: `var(--${color})`, 'stroke-width': width, 'stroke-dasharray': dash ?? null });
const round = (color, width) => svg('path', { d: 'M7 8H23', fill: 'none', stroke: `var(--${color})`, 'stroke-width': width, 'stroke-linecap': 'round' });

const KEYS = {
  claim: () => [round('select', 14), round('surface', 9.5)],
  verified: () => [line('verified', 4)],
  reported: () => [line('reported', 4), line('reported-gap', 2.2), line('reported', 3, '1.6 2')],
  planned: () => [line('planned', 3)],
};

export function claimLegend() {
  return el('ul', { class: 'claim-legend float' }, Object.entries(KEYS).map(([name, draw]) =>
    el('li', null, svg('svg', { width: 30, height: 16, 'aria-hidden': 'true' }, draw()), t(`review.legend-${name}`))));
}
