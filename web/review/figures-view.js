/** A report without a place on the map: the figure before and after, the target, what is due next. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, number, unit } from '/shared/format.js';
import { bar } from '/shared/bar.js';
import { desk, indicatorOf, trackOf } from './desk.js';
import { claimOf, placeOf, projectLine, titleOf } from './words.js';

export function drawFigures(box, { report, effect }) {
  put(box, el('div', { class: 'figures' },
    el('p', { class: 'second' }, `${projectLine(report)} · ${placeOf(report)}`),
    el('h2', null, titleOf(report)),
    ['checklist', 'completion'].includes(report.type) ? el('p', { class: 'figures-big' }, claimOf(report)) : change(report, effect),
    report.type === 'completion' && el('p', { class: 'muted' }, t('review.no-feature')),
    report.type !== 'completion' && facts(report)));
}

function change(report, effect) {
  const code = report.type === 'percent' ? report.track : report.indicator;
  const before = verifiedNow(report, effect, code);
  const now = report.type === 'percent' ? report.percent : report.value;
  const name = report.type === 'percent' ? '%' : unit(report.unit);
  const target = targetOf(report);
  const share = (value) => (value === null || value === undefined || !target ? null : (value / target) * 100);
  return el('div', null,
    el('p', { class: 'figures-big' },
      el('span', null, el('small', null, t('review.before')), say(before, name)),
      el('span', { class: 'arrow', 'aria-hidden': 'true' }, '→'),
      el('span', null, el('small', null, t('review.claimed')), say(now, name)),
      before !== null && before !== undefined && el('span', { class: now < before ? 'fall' : 'rise' }, el('small', null, t('review.difference')), `${now >= before ? '+' : ''}${number(now - before, 2)}`)),
    target && bar({ reported: share(now), verified: share(before ?? 0) }, true));
}

/** The effect tells it where accepting changes it; else the district's own figure, where the report is of the whole district. */
function verifiedNow(report, effect, code) {
  const told = effect?.figures?.find((f) => f.code === code && f.subject !== 'township');
  if (told) return told.before;
  const track = desk.progress?.projects?.find((p) => p.number === report.project)?.tracks?.find((each) => each.code === report.track);
  if (report.township || !track) return null;
  return report.type === 'percent' ? track.percent?.verified : track.indicators?.find((i) => i.code === code)?.verified;
}

const say = (value, name) => (value === null || value === undefined ? t('value.unknown') : `${number(value, 2)}${name === '%' ? '%' : ` ${name}`}`);

/** A township's quota, else the plan's target; a percent is of 100. */
function targetOf(report) {
  if (report.type === 'percent') return 100;
  const indicator = indicatorOf(report.indicator);
  if (!indicator) return null;
  const place = report.township ?? report.townships?.[0]?.code;
  return report.township || report.townships?.length === 1 ? indicator.quotas?.[place] ?? null : indicator.target;
}

function facts(report) {
  const target = targetOf(report);
  const indicator = indicatorOf(report.indicator);
  const rows = [
    report.type !== 'checklist' && ['target', target ? say(target, report.type === 'percent' ? '%' : unit(indicator?.unit)) : t('value.unknown')],
    ...dueRows(report),
    ...flagRow(report),
  ].filter(Boolean);
  return el('dl', { class: 'pairs wide' }, rows.map(([key, text]) => [el('dt', null, t(`review.${key}`)), el('dd', null, text)]));
}

/** What the server finds odd about a figure, whether or not its author has said why. */
function flagRow({ flags }) {
  const words = ['above-target', 'far-ahead'].filter((flag) => flags?.includes(flag)).map((flag) => t(`review.flag-${flag}`));
  return words.length ? [['flags', el('b', { class: 'l-pend' }, words.join(' · '))]] : [];
}

/** The gate this report speaks to: the first that is not yet past its as-of day, else the last. */
function dueRows(report) {
  const milestones = trackOf(report)?.milestones ?? [];
  const asOf = (report.asOf ?? report.observedAt).slice(0, 10);
  const gate = milestones.find((m) => m.due >= asOf) ?? milestones.at(-1);
  if (!gate) return [];
  const needs = (gate.requirements ?? []).map((need) => needText(need, report)).filter(Boolean);
  const text = needs.join('；') || (gate.printedPercent != null ? `${gate.printedPercent}%` : gate.text ?? t('value.unknown'));
  return [['due', `${day(gate.due)}　${text}`]];
}

function needText(need, report) {
  if (need.type === 'item') return report.type === 'checklist' && need.code === report.item?.code ? need.text : null;
  if (need.type === 'quantity') return need.indicator === report.indicator ? `${number(need.quantity, 2)} ${unit(need.unit ?? indicatorOf(need.indicator)?.unit)}` : null;
  return need.percent != null ? `${need.percent}%` : null;
}

