/** Both sides of a conflict: what each says, when it was observed and when it came. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { desk } from './desk.js';
import { claimOf, newOf, when } from './words.js';

/** Another crew reported the same stretch and neither is decided: no conflict by rule, but one decision. */
export function alongsideView({ report, others }, one) {
  const pair = others.filter((other) => report.alongside?.includes(other.id));
  if (!pair.length) return null;
  return el('section', { class: 'sec conflict', id: 'alongside' },
    el('h3', null, t('review.alongside'), el('span', null, t('review.alongside-why'))),
    el('ol', null, [report, ...pair].map((side) => item(side, side === report, one))));
}

export function conflictView({ report, old, others }, one) {
  return el('section', { class: 'sec conflict' },
    el('h3', null, t('review.conflict'), el('span', null, t(`review.conflict-${report.conflict.reason}`))),
    others.length
      ? el('ol', null, [report, ...others].map((side) => item(side, side === report, one)))
      : el('p', { class: 'muted' }, t(old ? 'review.conflict-old' : 'review.conflict-alone')));
}

function item(side, open, one) {
  const times = { observed: when(side.observedAt), received: when(side.receivedAt) };
  return el('li', { class: open ? 'open' : null },
    el('p', null, el('b', null, t(side.kind === 'undone' ? 'review.says-undone' : 'review.says-done')), ' ', claimOf(side), ' ', el('span', { class: 'muted' }, newOf(side))),
    el('p', { class: 'muted' }, `${side.author.name} · ${t('review.times', times)}`),
    side.note && el('p', { class: 'second' }, side.note),
    !open && el('button', { class: 'text-button', type: 'button', on: { click: () => one.open(side.id) } }, t('review.conflict-open')));
}
