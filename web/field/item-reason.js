/** Why a mark came back or could not be taken: where, how far, what to do. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { age } from './when.js';

export function reasonOf(item, stands) {
  if (stands === 'returned') {
    const review = item.state.reviews?.find((r) => r.verdict === 'return');
    return el('p', { class: 'ret' }, `${review?.reason ?? t('field.no-reason')} `, review && el('span', { class: 'muted' }, [review.reviewer, review.reviewedAt && age(review.reviewedAt)].filter(Boolean).join(' · ')));
  }
  if (stands === 'conflict') return el('p', { class: 'ret' }, t(`field.conflict-${item.state.conflict ?? 'order'}`));
  if (stands !== 'parked') return null;
  const { detail, faults = [], code } = item.problem;
  if (['photo-lost', 'photo-damaged', 'hash-mismatch'].includes(code)) return el('p', { class: 'ret' }, t(`field.${code}`));
  return el('p', { class: 'ret' }, faults.map((fault) => fault.detail).join(' ') || detail || code);
}
