/** A project: the number, why its light, tracks, indicators, townships, milestones, flags, reports. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, number, percent, quantity } from '/shared/format.js';
import { glyph, icon } from '/shared/icons.js';
import { light, rank } from '/shared/light.js';
import { bar } from '/shared/bar.js';
import { curvesOf } from '/shared/curves-of.js';
import { sCurve } from '/shared/s-curve.js';
import { reviews } from '/shared/roles.js';
import { toldPercent } from '/shared/told.js';
import { state } from './state.js';
import { chooseTownship } from './choose.js';
import { asOf, planProject, townshipName } from './lookup.js';
import { projectOf } from './load.js';
import { closable } from './panel.js';
import { gateList, headline, indicatorTable, section, trackCard, why } from './panel-parts.js';
import { findingsOf } from './panel-findings.js';
import { worksTable } from './panel-works.js';
import { recentReports } from './reports.js';
import { REPORTS_SHOWN, reportsOf } from './known-reports.js';

export async function drawProject(number_) {
  const plan = planProject(number_);
  const [project, works, reports, found] = await Promise.all([
    projectOf(number_),
    worksTable(number_).catch(() => null),
    reportsOf({ project: number_ }, REPORTS_SHOWN).catch(() => null),
    findingsOf(number_).catch(() => null)]);
  const worst = project.tracks.find((track) => track.code === project.track) ?? project.tracks[0];
  const leading = (worst.indicators ?? []).find((i) => i.code === worst.percent?.indicator);
  return {
    head: closable(plan.shortName, el('span', { class: 'before number' }, String(number_)), el('span', { class: 'beside' }, light(project.light, 18)),
      el('p', { class: 'second about' }, glyph(plan.icon, 17), units(plan), ' · ', t(`filter.${plan.tier}`), ' · ', t(`life.${project.lifecycle}`),
        plan.sensitivity !== 'public' && el('span', { class: 'badge' }, icon('lock', 11), t(`sensitivity.${plan.sensitivity}`)),
        plan.personal && el('span', { class: 'badge' }, t('sensitivity.personal')))),
    body: [
      leading ? headline(leading) : worst.percent && declaredHeadline(worst),
      el('section', null, why(project.light, project.reason?.text)),
      section(t('project.tracks'), project.tracks.length > 1 ? t('project.worst-track') : null, project.tracks.map((track) => trackCard(track, project.tracks.length > 1))),
      found,
      curve(project, plan, worst, leading),
      indicators(project),
      townships(project),
      works,
      ...project.tracks.map((track) => track.gates?.length > 0 && section(project.tracks.length > 1 ? t('project.milestones-of', { track: track.name }) : t('project.milestones'), null, gateList(track, day))),
      printed(plan),
      plan.flags?.length > 0 && section(t('project.flags'), t('project.flags-why'), el('ul', { class: 'flags' }, plan.flags.map((flag) => el('li', null, icon('flag', 14), el('span', null, flag.text))))),
      recentReports(reports, { project: number_ }),
    ],
    actions: waitingHere(plan, leading),
  };
}

function declaredHeadline(track) {
  return el('section', { class: 'headline' }, el('div', { class: 'big-row' }, el('div', null, el('span', { class: 'second' }, `${track.name} · ${t(`basis.${track.basis}`)}`),
    el('p', { class: 'big' }, toldPercent(track.percent.verified, [track])))), bar(track.percent, true),
  el('div', { class: 'figures-row' }, el('span', null, el('b', null, toldPercent(track.percent.reported, [track])), t('progress.reported')),
    el('span', null, el('b', null, percent(track.percent.planned)), t('progress.due-today'))));
}

/** The curve of what the head shows; the others are a press away. */
function curve(project, plan, worst, leading) {
  const curves = curvesOf(project, plan);
  const one = curves.find((c) => c.code === (leading?.code ?? worst.code)) ?? curves[0];
  if (!one) return null;
  const query = new URLSearchParams({ project: plan.number, ...(state.day && { day: state.day }) });
  return section(t('curve.title'), el('a', { class: 'text-button', href: `/curves?${query}` }, t('curve.print-all')), curves.length > 1 && el('small', null, one.name),
    sCurve(one, { year: state.plan.year, day: asOf() ?? state.me.today, past: Boolean(state.day), width: 352 }));
}

const units = (plan) => plan.units.map((unit) => unit.printedAs ?? unit.name).join('、');

function indicators(project) {
  const all = project.tracks.flatMap((track) => track.indicators ?? []);
  return all.length > 0 && section(t('project.indicators'), null, indicatorTable(all));
}

function townships(project) {
  const parts = onceForAll(project.townships ?? []).filter((p) => p.light !== 'none').sort((a, b) => rank(a.light) - rank(b.light) || (a.gap ?? 0) - (b.gap ?? 0));
  if (!parts.length) return null;
  const code = (p) => p.township ?? p.code;
  const row = (p) => el('tr', { class: code(p) === state.township ? 'pick chosen' : 'pick', on: { click: () => code(p) && chooseTownship(code(p)) } },
    el('td', null, el('button', { class: 'row-button', type: 'button' }, p.districtWide ? t('part.district') : townshipName(code(p))), project.tracks.length > 1 && el('small', null, p.name)),
    el('td', null, number(p.target, 2)), el('td', null, number(p.reported, 2)), el('td', null, el('b', null, number(p.verified, 2))), el('td', null, light(p.light, 13)));
  return section(t('project.townships', { count: new Set((project.townships ?? []).filter((p) => p.light !== 'none').map(code)).size }), parts[0].unit ?? null, el('table', { class: 'table' },
    el('thead', null, el('tr', null, ['township', 'target', 'reported', 'verified', 'light'].map((c) => el('th', { scope: 'col' }, t(`indicator.${c}`))))),
    el('tbody', null, parts.map(row))));
}

/** What is told for the whole district comes with every township; it is one row. */
const onceForAll = (parts) => parts.filter((p, i) => !p.districtWide || parts.findIndex((other) => other.districtWide && other.name === p.name) === i);

/** The notice's own words for the next milestone of each track. */
function printed(plan) {
  const today = asOf() ?? state.me.today;
  const texts = plan.tracks.flatMap((track) => track.milestones.filter((m) => m.due >= today).slice(0, 1)).filter((m) => m.text);
  return el('section', null, el('h3', null, t('project.printed'), el('span', null, texts[0] ? day(texts[0].due) : '')),
    el('p', { class: 'quote' }, plan.scope), [...new Set(texts.map((m) => m.text))].map((text) => el('p', { class: 'quote' }, text)));
}

/** To the review desk, with how much waits there where that is known. */
function waitingHere(plan, leading) {
  if (!reviews(state.me)) return null;
  const waiting = leading ? leading.reported - leading.verified : 0;
  return [el('a', { class: 'button primary', href: `/review?project=${plan.number}` },
    waiting > 0 ? t('project.review-waiting', { quantity: quantity(waiting, leading.unit, leading.decimals) }) : t('project.review'))];
}
