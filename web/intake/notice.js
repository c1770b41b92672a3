/** A refusal in the step that it belongs to: what, why, what to do. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

const MOST = 8;

export function notice(problem) {
  if (problem.status === undefined) console.error(problem); // our own mistake, not the server's answer
  const faults = problem.faults ?? [];
  return el('div', { class: 'notice bad' }, el('b', null, problem.status ? problem.message : t('state.offline')),
    faults.length > 0 && el('ul', null, faults.slice(0, MOST).map((fault) => el('li', null, fault.detail, fault.pointer && !fault.pointer.startsWith('/') && el('span', { class: 'muted' }, ` ${fault.pointer}`)))),
    faults.length > MOST && el('p', null, t('intake.more-faults', { count: faults.length - MOST })));
}
