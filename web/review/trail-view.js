/** Earlier verdicts on this report, oldest first. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { when } from './words.js';
import { desk } from './desk.js';

export function reviewTrail(report) {
  if (!report.reviews?.length) return null;
  return el('section', { class: 'sec' }, el('h3', null, t('review.trail')),
    el('ol', { class: 'trail' }, report.reviews.map((review) => el('li', null,
      el('span', null, t(`review.verdict-${review.verdict}`, { name: review.reviewer.name, level: review.level })),
      el('span', { class: 'muted' }, when(review.reviewedAt)),
      review.reason && el('p', { class: 'second' }, review.reason)))));
}
