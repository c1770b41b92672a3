/** A footprint: how far it is, what is missing, its townships, its reports down to photo and reviewer. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { bar } from '/shared/bar.js';
import { length, number, percent, quantity } from '/shared/format.js';
import { icon } from '/shared/icons.js';
import { light } from '/shared/light.js';
import { rangeText } from '/shared/measure.js';
import { lengthOf, subtract } from '/shared/ranges.js';
import { chainageChart } from '/shared/chainage-chart.js';
import { chooseProject, highlight } from './choose.js';
import { planProject, shownDay, townshipName, worksLight } from './lookup.js';
import { state } from './state.js';
import { lookUp, projectOf } from './load.js';
import { closable } from './panel.js';
import { section } from './panel-parts.js';
import { reportList } from './reports.js';
import { reportsOf } from './known-reports.js';

export async function drawFootprint(code) {
  const [{ properties: p }, { reports }] = await Promise.all([
    lookUp(`/api/footprints/${encodeURIComponent(code)}`), reportsOf({ footprint: code })]);
  const plan = planProject(p.project);
  const { line } = await projectOf(p.project);
  return {
    head: closable(p.name, worksLight(p) && el('span', { class: 'beside' }, light(worksLight(p), 16)),
      el('p', { class: 'second about' },
        el('button', { class: 'text-button', type: 'button', on: { click: () => chooseProject(p.project) } }, `${p.project} ${plan?.shortName ?? ''}`),
        ` · ${p.code} · ${quantity(p.quantity, p.unit)}`,
        p.sensitivity && p.sensitivity !== 'public' && el('span', { class: 'badge' }, icon('lock', 11), t(`sensitivity.${p.sensitivity}`)))),
    body: [
      p.kind === 'line' ? lineFigures(p) : placeFigures(p),
      p.kind === 'line' && missing(p),
      p.kind === 'line' && chart(p, line?.[p.indicator], reports),
      townships(p),
      components(p),
      versions(p),
      section(t('footprint.reports'), t('report.count', { count: reports.length }),
        reports.length ? reportList(reports, true) : el('p', { class: 'muted' }, t('footprint.no-reports'))),
    ],
    actions: reports.some((r) => r.mayReview) ? [el('a', { class: 'button primary', href: `/review?project=${p.project}` }, t('project.review'))] : null,
  };
}

function lineFigures(p) {
  const verified = lengthOf(p.verified ?? []);
  const reported = lengthOf([...(p.reported ?? []), ...(p.verified ?? [])]);
  const share = (m) => (100 * m) / p.lengthM;
  return el('section', { class: 'headline' },
    el('div', { class: 'big-row' }, el('div', null, el('span', { class: 'second' }, t('progress.verified')),
      el('p', { class: 'big' }, length(verified), el('small', null, `/ ${length(p.lengthM)}`))), el('b', { class: 'big-percent' }, percent(share(verified)))),
    bar({ verified: share(verified), reported: share(reported) }, true),
    el('div', { class: 'figures-row' }, el('span', null, el('b', null, length(reported)), t('progress.reported')),
      el('span', null, el('b', null, length(reported - verified)), t('headline.waiting')), el('span', null, el('b', null, length(p.lengthM - reported)), t('footprint.not-reported'))),
    p.lengthFlagged && el('p', { class: 'note' }, t('footprint.length-flagged')));
}

function placeFigures(p) {
  const share = (value) => (p.quantity ? (100 * (value ?? 0)) / p.quantity : null);
  return el('section', { class: 'headline' },
    el('div', { class: 'big-row' }, el('div', null, el('span', { class: 'second' }, t('progress.verified')),
      el('p', { class: 'big' }, number(p.verifiedQuantity ?? 0), el('small', null, `/ ${quantity(p.quantity, p.unit)}`)))),
    bar({ verified: share(p.verifiedQuantity), reported: share(p.reportedQuantity) }, true),
    el('p', { class: 'second' }, t(`works.state-${p.state ?? 'none'}`)));
}

/** Where and when it was reported; needs at least one report, else the sections around say it all. */
function chart(p, planned, reports) {
  if (!reports.length) return null;
  const dues = [...new Set(planProject(p.project).tracks.find((track) => track.code === p.track).milestones.map((m) => m.due))].sort();
  return section(t('chart.title'), rangeText(0, p.lengthM), chainageChart(p, planned, dues, unreported(p), reports,
    { day: shownDay(), past: Boolean(state.day), zone: state.me.zone, pick: (range) => highlight({ [p.code]: [range] }) }));
}

const unreported = (p) => p.missing ?? subtract([[0, p.lengthM]], [...(p.reported ?? []), ...(p.verified ?? [])]);

/** Each range that nobody reported; a click shows it red on the map. */
function missing(p) {
  const ranges = unreported(p);
  if (!ranges.length) return section(t('footprint.nothing-missing'));
  return section(t('township.gap', { length: length(lengthOf(ranges)) }), t('footprint.ranges', { count: ranges.length }),
    el('table', { class: 'table tight' }, el('tbody', null, ranges.map((range) => el('tr', { class: 'pick', on: { click: () => highlight({ [p.code]: [range] }) } },
      el('td', null, el('button', { class: 'row-button', type: 'button' }, el('b', { class: 'l-lag' }, rangeText(...range)))), el('td', null, el('b', null, length(range[1] - range[0]))))))));
}

function townships(p) {
  if (!p.townships?.length) return null;
  const name = (code) => (code ? townshipName(code) : t('footprint.outside'));
  return section(t('footprint.townships'), null, el('table', { class: 'table tight' }, el('tbody', null, p.townships.map((x) => el('tr', null,
    el('td', null, name(x.code)), el('td', null, x.ranges ? length(lengthOf(x.ranges)) : percent(100 * x.share)),
    el('td', { class: 'wrap muted' }, x.ranges?.map((range) => rangeText(...range)).join(' · ')))))));
}

function components(p) {
  if (!p.components?.length) return null;
  const stateOf = (name) => (p.verifiedComponents?.includes(name) ? 'verified' : p.reportedComponents?.includes(name) ? 'reported' : 'missing');
  return section(t('footprint.components'), t('footprint.components-done', { done: p.verifiedComponents?.length ?? 0, count: p.components.length }),
    el('ul', { class: 'components' }, p.components.map((name) => el('li', { data: { state: stateOf(name) } }, el('span', null, name), el('span', null, t(`progress.${stateOf(name)}`))))));
}

function versions(p) {
  return p.versions?.length > 1 ? section(t('footprint.versions'), t('footprint.version', { version: p.version }), el('ul', { class: 'plain' },
    p.versions.map((v) => el('li', null, t('footprint.version', { version: v.version }), ` · ${v.knownFrom.slice(0, 10)}`)))) : null;
}
