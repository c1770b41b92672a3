/** The claim in figures, and who made it, when and how. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { number } from '/shared/format.js';
import { desk } from './desk.js';
import { claimOf, observedText, placeOf, projectLine, titleOf, when } from './words.js';

export function claimHead(report, feature) {
  return el('section', { class: 'sec claim' },
    el('p', { class: 'second' }, `${projectLine(report)} · ${titleOf(report)}`),
    el('h2', null, claimOf(report)),
    figures(report),
    el('dl', { class: 'pairs' }, facts(report, feature).map(([key, text]) => [el('dt', null, t(`review.${key}`)), el('dd', null, text)])));
}

/** New, overlapping and claimed metres of a line. */
function figures(report) {
  if (!report.range) return null;
  const one = (metres, key) => el('span', null, el('b', null, `${number(Math.round(metres), 0)} m`), t(`review.${key}`));
  const claimed = report.range.to - report.range.from;
  if (report.kind === 'undone') return el('p', { class: 'claim-figures' }, one(claimed, 'metres-undone'));
  return el('p', { class: 'claim-figures' },
    report.newM !== null && report.newM !== undefined && one(report.newM, 'metres-new'),
    report.overlapM > 0 && one(report.overlapM, 'metres-overlap'),
    one(claimed, 'metres-claimed'));
}

function facts(report, feature) {
  const received = when(report.receivedAt);
  const field = report.type === 'completion';
  return [
    ['author', report.author.name],
    ['place', placeOf(report)],
    ['time', t(field ? 'review.times' : 'review.as-of', { observed: observedText(report), received })],
    field && ['method', method(report, feature)],
    report.step && ['step', report.step],
    report.notNeeded?.length && ['not-needed', report.notNeeded.map((c) => `${c.component}（${c.reason}）`).join('、')],
    report.note && ['note', report.note],
    report.levels > 1 && ['level', t('review.level-of', { level: report.level, levels: report.levels })],
  ].filter(Boolean);
}

function method(report, feature) {
  const current = feature?.properties?.version;
  const version = t(current && current !== report.footprint.version ? 'review.version-old' : 'review.version', { version: report.footprint.version, current });
  return [report.method && t(`method.${report.method}`), report.accuracyM && `±${number(report.accuracyM, 0)} m`, version].filter(Boolean).join(' · ');
}

