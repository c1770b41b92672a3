/** The panel of the open report: the claim, the system's checks, what accepting changes, reasons, the two buttons. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { claimHead } from './claim-view.js';
import { checkList } from './checks-view.js';
import { effectView } from './effect-view.js';
import { alongsideView, conflictView } from './conflict-view.js';
import { reviewTrail } from './trail-view.js';
import { acceptable, claimOf } from './words.js';
import { length } from '/shared/format.js';

/** tools: {one, reasons, busy, queue}. Keeps the reasons' own nodes, so that typing is not lost. */
export function drawReport(panel, current, tools) {
  const { report, effect } = current;
  const recheck = tools.queue.list === 'recheck';
  const top = panel.firstElementChild?.scrollTop ?? 0;
  const typing = document.activeElement?.matches('textarea') ? document.activeElement : null;
  put(panel,
    el('div', { class: 'report-body', tabindex: '-1' },
      claimHead(report, current.feature),
      report.conflict ? conflictView(current, tools.one) : alongsideView(current, tools.one),
      checkList(current, tools.one.open),
      !recheck && effectView(report, effect),
      reviewTrail(report),
      el('section', { class: 'sec' }, el('h3', null, t(recheck ? 'review.reasons-revoke' : 'review.reasons'), el('span', null, t(recheck ? 'review.reasons-needed-revoke' : 'review.reasons-needed'))), tools.reasons.node)),
    buttons(report, recheck, tools));
  panel.firstElementChild.scrollTop = top;
  typing?.focus();
}

function buttons(report, recheck, { one, reasons, busy }) {
  const ready = acceptable(report, recheck ? 'recheck' : 'queue');
  const why = !report.mayReview || !ready ? report.whyNot : null;
  const back = el('button', { class: 'button bad', type: 'button', id: 'return', disabled: busy || (!report.mayReview && !recheck), on: { click: one.giveBack } },
    el('kbd', null, 'R'), t(recheck ? 'review.revoke' : 'review.return'));
  const accept = el('button', { class: 'button primary', type: 'button', id: 'accept', disabled: busy || !ready, on: { click: one.accept } },
    el('kbd', null, 'A'), busy ? t('review.sending') : recheck ? t('review.recheck-clean') : acceptText(report));
  // A re-check ends with either button.
  return el('footer', { class: 'decide', data: { reason: reasons.text() ? 'given' : 'none' } },
    !recheck && why && el('p', { class: 'why-not', id: 'why-not' }, why),
    recheck && el('p', { class: 'muted' }, t('review.recheck-why')), back, accept);
}

function acceptText(report) {
  if (report.levels > 1 && report.level < report.levels) return t('review.accept-level', { level: report.level, levels: report.levels });
  if (report.kind === 'undone') return t('review.accept-undone', { claim: report.range ? length(report.range.to - report.range.from) : claimOf(report) });
  if (report.newM !== null && report.newM !== undefined) return t('review.accept-what', { claim: length(report.newM) });
  const figure = ['quantity', 'percent'].includes(report.type) || (report.quantity !== null && report.quantity !== undefined);
  return figure ? t('review.accept-what', { claim: claimOf(report) }) : t('review.accept');
}

export function drawNoReport(panel) {
  put(panel, el('div', { class: 'state' }, el('b', null, t('review.no-report')), el('p', null, t('review.no-report-why'))));
}
