/** The main button repeats what will be sent; below it, why it cannot be pressed or what happens without a line. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { accuracyOf, methodOf } from './claim.js';
import { grade } from './snap.js';
import { state } from './state.js';
import { walking } from './walk-way.js';
import { submit } from './submit.js';

/** what: the words for what is marked, null while nothing is. */
export function sendButton(claim, what) {
  const refused = ['gps', 'walk'].includes(methodOf(claim)) && grade(accuracyOf(claim)) === 'refused';
  const open = Boolean(what) && !walking() && !claim.walk?.other && !refused;
  const verb = t(claim.replaces ? 'field.resend' : 'field.report');
  return el('div', { class: 'send' },
    el('button', { class: 'go1', id: 'send', type: 'button', disabled: !open, on: { click: (event) => { event.currentTarget.disabled = true; submit(); } } },
      icon('up', 26), what ? `${verb} ${what}` : verb),
    el('p', { class: 'under' }, note(claim, what)));
}

function note(claim, what) {
  if (claim.saveFault) return el('b', { class: 'fault-note', role: 'alert' }, t(claim.saveFault));
  if (what && !claim.pics.length && !claim.kept.length) return t('field.needs-photo');
  return t(state.online ? 'field.sends-now' : 'field.sends-later');
}
