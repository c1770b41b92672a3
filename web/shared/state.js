/** Loading, empty, failed, as every list shows them. */
import { el } from './dom.js';
import { t } from './i18n.js';

/** Grey bars where the rows will be. */
export function loading(rows = 5) {
  return el('div', { class: 'state', role: 'status', 'aria-label': t('state.loading') },
    Array.from({ length: rows }, (_, i) => el('span', { class: 'grey', style: { width: `${[88, 64, 76, 52][i % 4]}%` } })));
}

/** One reason, one number to quote, one thing to do. */
export function failed(problem, retry) {
  if (problem.status === undefined) console.error(problem); // our own mistake, not the server's answer
  const reason = problem.status === 0 ? t('state.offline') : problem.message;
  return el('div', { class: 'state', role: 'alert' },
    el('b', null, t('state.failed')),
    el('p', null, reason),
    problem.status >= 500 && el('p', null, t('state.number', { number: problem.number })),
    retry && el('button', { class: 'text-button', type: 'button', on: { click: retry } }, t('state.retry')));
}

/** Says what left nothing, and how to undo that. act: {text, click} or missing. */
export function empty(title, why, act) {
  return el('div', { class: 'state' },
    el('b', null, title),
    why && el('p', null, why),
    act && el('button', { class: 'text-button', type: 'button', on: { click: act.click } }, act.text));
}
