/** How a report is called and summed up, the same in the queue, the panel and the messages. */
import { t } from '/shared/i18n.js';
import { day, length, moment, number, quantity } from '/shared/format.js';
import { rangeText } from '/shared/measure.js';
import { desk, indicatorOf, projectOf, trackOf } from './desk.js';

/** The place or thing: 石会镇—黑溪镇 干管, 急救培训人数, 主体完工. */
export function titleOf(report) {
  if (report.footprint) return report.footprint.name;
  if (report.item) return report.item.text ?? report.item.code;
  if (report.type === 'quantity') return indicatorOf(report.indicator)?.name ?? report.indicator;
  return trackOf(report)?.name ?? report.track;
}

export const projectLine = (report) => {
  const project = projectOf(report.project);
  return project ? `${report.project} ${project.shortName ?? project.name}` : String(report.project);
};

/** The claim itself: K0+350–K1+120, 3 项, 3,120 人, 31%. */
export function claimOf(report) {
  if (report.range) return rangeText(report.range.from, report.range.to);
  if (report.type === 'percent') return `${number(report.percent, 1)}%`;
  if (report.type === 'quantity') return quantity(report.value, report.unit, indicatorOf(report.indicator)?.decimals ?? 2);
  if (report.type === 'checklist') return t(report.done === false || report.kind === 'undone' ? 'review.item-undone' : 'review.item-done');
  if (report.components?.length) return report.components.join('、');
  if (report.quantity !== null && report.quantity !== undefined) return quantity(report.quantity, report.unit);
  return t('review.whole');
}

/** What is new by it, in the row's corner. */
export function newOf(report) {
  if (report.kind === 'undone') return t('review.undone');
  if (report.newM !== null && report.newM !== undefined) return t('review.new', { length: length(report.newM) });
  return report.components?.length ? t('review.components', { count: report.components.length }) : '';
}

export const placeOf = (report) =>
  (report.townships?.length ? report.townships.map((place) => place.name).join('、') : t('review.whole-district'));

/** 7月8日 11:02, in the district's zone. */
export function when(instant) {
  const text = moment(instant, desk.me.zone);
  return `${day(text.slice(0, 10))} ${text.slice(11)}`;
}

/** A field report's moment; the as-of day of what has one. */
export function observedText(report) {
  return report.type === 'completion' ? when(report.observedAt) : day((report.asOf ?? report.observedAt).slice(0, 10));
}

/** Whether A does something here. A review that became a re-check meanwhile, by what somebody else decided, is offered in its own list only. */
export const acceptable = (report, list = 'queue') => (list === 'recheck' ? report.mayRecheck : report.mayReview && !report.whyNot);
