/** What was just decided, with the way back, for a while; a failure stays until it is dealt with. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { claimOf, titleOf } from './words.js';

const SHOWN_MS = 12_000;
const box = document.getElementById('toast');
let timer = null;
let action = null;

export const toast = { done, fail, act: () => action?.() };

/** back: what undoes it, or null. */
function done(report, verdict, back) {
  show(t(`review.done-${verdict}`, { name: `${titleOf(report)} ${claimOf(report)}` }), back && t('review.undo'), back);
  timer = setTimeout(clear, SHOWN_MS);
}

function fail(problem, retry) {
  const reason = problem.status ? problem.message : t('state.offline');
  show(`${t('review.failed')} ${reason}`, t('state.retry'), retry, 'alert');
}

function show(text, label, act, role = null) {
  clear();
  action = act && (() => { clear(); act(); });
  put(box, el('div', { class: 'banner', role },
    el('span', null, text), act && el('button', { type: 'button', on: { click: () => action?.() } }, label)));
}

function clear() {
  clearTimeout(timer);
  action = null;
  put(box);
}
