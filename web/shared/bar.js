/** The progress bar: planned grey, reported hatched, verified solid, a tick at what is due. */
import { el } from './dom.js';
import { t } from './i18n.js';
import { number } from './format.js';

/** figures: {reported, verified, planned} in percent, each may be missing. */
export function bar(figures, big = false) {
  const width = (value) => ({ width: `${Math.max(0, Math.min(100, value))}%` });
  const { planned, reported, verified } = figures;
  const known = (value) => value !== null && value !== undefined;
  return el('span', { class: big ? 'bar big' : 'bar', role: 'img', 'aria-label': aloud(figures) },
    known(planned) && el('i', { class: 'planned', style: width(planned) }),
    known(reported) && reported > 0 && el('i', { class: 'reported', style: width(reported) }),
    known(verified) && el('i', { class: 'verified', style: width(verified) }),
    known(planned) && el('i', { class: 'due', style: { left: `${Math.min(100, planned)}%` } }));
}

function aloud({ reported, verified, planned }) {
  return [['verified', verified], ['reported', reported], ['due', planned]]
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${t(`progress.${name}`)} ${number(value, 1)}%`).join(' ');
}
