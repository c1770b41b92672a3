/** Several passes of the line lie under the finger: which one is meant? Or: why nothing was taken. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { stationText } from '/shared/measure.js';
import { number } from '/shared/format.js';
import { change, state } from './state.js';
import { withEnd } from './claim.js';

export function askPass({ ask }) {
  return el('div', { class: 'ask', role: 'group', 'aria-label': t('field.which-pass') },
    el('b', null, t('field.which-pass')),
    el('div', null, ask.passes.map((pass) => el('button', {
      class: 'button', type: 'button', data: { pass: Math.round(pass.m) }, on: { click: () => change({ claim: withEnd(state.claim, pass.m, ask.by, ask.accuracyM) }) },
    }, stationText(pass.m)))));
}

export function sayFault({ refused, offM }, { way }) {
  const text = refused === 'accuracy' ? t('field.too-inaccurate') : offM === null ? t('field.off-far') : t(way === 'tap' ? 'field.tap-off' : 'field.gps-off', { metres: number(Math.round(offM), 0) });
  return el('p', { class: 'fault-note', role: 'alert' }, text);
}
