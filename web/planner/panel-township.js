/** A township: why its light, what is missing on the ground, every part that it has. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { gap, length, number, quantity } from '/shared/format.js';
import { light, lightSign, lightWord, rank } from '/shared/light.js';
import { rangeText } from '/shared/measure.js';
import { lengthOf } from '/shared/ranges.js';
import { reviews } from '/shared/roles.js';
import { state } from './state.js';
import { chooseFootprint, chooseProject, chooseTownship, highlight } from './choose.js';
import { planProject, townshipLight } from './lookup.js';
import { lookUp } from './load.js';
import { closable } from './panel.js';
import { counts, section, why } from './panel-parts.js';
import { gapSketch } from './gap-sketch.js';
import { recentReports } from './reports.js';
import { REPORTS_SHOWN, reportsOf } from './known-reports.js';

const MISSING_SHOWN = 8;

export async function drawTownship(code) {
  const township = await lookUp(`/api/townships/${code}`);
  const parts = [...township.parts].filter((p) => p.light !== 'none').sort((a, b) => rank(a.light) - rank(b.light) || (a.gap ?? 0) - (b.gap ?? 0));
  const shown = state.project ? parts.filter((p) => p.project === state.project) : parts;
  const worst = shown[0];
  const sign = state.project ? townshipLight(code) : township.light;
  return {
    head: closable(township.name, el('span', { class: 'before' }, lightSign(sign, 24, true)), el('b', { class: `beside l-${sign}` }, lightWord(sign)),
      el('p', { class: 'second' }, involved(parts, township.counts))),
    body: [
      el('section', null, worst ? why(sign, (state.project ? worst.reason : township.reason)?.text, figures(worst)) : el('p', { class: 'muted' }, t('township.none'))),
      worst && await missing(worst, code),
      state.project && ofProject(shown),
      state.project && await reports(code),
      section(t('township.parts'), state.project ? null : t('township.points'), partTable(parts)),
    ],
    actions: reviews(state.me) ? [el('a', { class: 'button primary', href: `/review?township=${code}` }, t('township.review'))] : null,
  };
}

/** Those that show the whole district's percent are no part of the township's light. */
function involved(parts, byLight) {
  const wide = parts.filter((p) => p.districtWide).length;
  return t(wide ? 'township.involved-with' : 'township.involved', { count: parts.length - wide, counts: counts(byLight), wide });
}

/** What stands behind the reason: the part's own quantities. */
function figures(part) {
  if (part.target === undefined || part.target === null) return null;
  const said = (value) => quantity(value, part.unit);
  return t('township.part-text', { project: `${part.project} ${part.shortName}`, target: said(part.target), reported: said(part.reported), verified: said(part.verified) });
}

/** The missing ranges of the worst part: a sketch, and rows that show each line on the map. */
async function missing(part, code) {
  const lines = (part.missing ?? []).filter((m) => m.ranges.length);
  if (!lines.length) return null;
  const all = lines.flatMap((m) => m.ranges.map((range) => ({ ...m, range })));
  const total = lines.reduce((sum, m) => sum + lengthOf(m.ranges), 0);
  const show = (m) => {
    chooseFootprint(m.footprint, part.project);
    highlight(Object.fromEntries(lines.map((line) => [line.footprint, line.ranges])));
  };
  return section(t('township.gap', { length: length(total) }), t('township.gap-lines', { lines: lines.length, ranges: all.length }),
    await gapSketch(part.project, code, lines).catch(() => null),
    el('table', { class: 'table tight' }, el('tbody', null, all.slice(0, MISSING_SHOWN).map((m) => el('tr', { class: 'pick', data: { footprint: m.footprint }, on: { click: () => show(m) } },
      el('td', { class: 'wrap' }, el('button', { class: 'row-button', type: 'button' }, el('b', { class: 'l-lag' }, m.name), ` ${rangeText(...m.range)}`)),
      el('td', null, el('b', null, length(m.range[1] - m.range[0]))))))),
    all.length > MISSING_SHOWN && el('p', { class: 'muted' }, t('township.gap-more', { count: all.length - MISSING_SHOWN })));
}

/** The chosen project's parts here, with the way to the whole project. */
function ofProject(parts) {
  return section(t('township.of-project', { project: `${state.project} ${planProject(state.project)?.shortName ?? ''}` }),
    el('button', { class: 'text-button', type: 'button', id: 'whole-project', on: { click: () => chooseTownship(null) } }, t('township.whole-project')), partTable(parts));
}

async function reports(code) {
  const found = await reportsOf({ project: state.project, township: code }, REPORTS_SHOWN);
  return recentReports(found, { project: state.project, township: code }) ?? section(t('project.reports'), null, el('p', { class: 'muted' }, t('footprint.no-reports')));
}

function partTable(parts) {
  const missing = (value) => value === undefined || value === null;
  const cell = (value) => el('td', null, missing(value) ? t('value.unknown') : number(value, 1, true));
  // without a quota there is no percent; what was reported is told as it is
  const done = (p, which) => {
    const percent = p[`${which}Percent`];
    return missing(percent) ? quantity(p[which], p.unit) : number(percent, 1, true);
  };
  return el('table', { class: 'table' },
    el('thead', null, el('tr', null, ['project', 'due', 'reported', 'verified', 'gap', 'light'].map((c) => el('th', { scope: 'col' }, t(`part.${c}`))))),
    el('tbody', null, parts.map((p) => el('tr', { class: 'pick', data: { project: p.project }, on: { click: () => chooseProject(p.project) } },
      el('td', { class: 'wrap' }, el('button', { class: 'row-button', type: 'button' }, title(p)), p.districtWide && el('small', null, t('part.district'))),
      cell(p.plannedPercent), el('td', null, done(p, 'reported')), el('td', null, el('b', null, done(p, 'verified'))),
      el('td', null, gap(p.gap)), el('td', null, light(p.light, 13))))));
}

function title(part) {
  return part.name && part.name !== part.shortName ? `${part.project} ${part.shortName} · ${part.name}` : `${part.project} ${part.shortName}`;
}
