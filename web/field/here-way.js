/** GPS: where I stand is the start, where I stand later is the end. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { state } from './state.js';
import { snapFix } from './snap.js';
import { use } from './mark.js';
import { fixText } from './fix-text.js';

/** A fix older than this says nothing about where the crew stands now. */
const FRESH_MS = 30_000;

export function hereControls(claim) {
  const fresh = state.fix && Date.now() - state.fix.at < FRESH_MS;
  return el('div', { class: 'here' },
    el('p', { class: 'hint' }, fixText(state)),
    el('button', { class: 'button', id: 'here', type: 'button', disabled: !fresh, on: { click: () => use(snapFix(claim.lines, state.fix), 'gps', state.fix.accuracyM) } },
      t(!claim.a ? 'field.here-start' : !claim.b ? 'field.here-end' : 'field.here-move')));
}
