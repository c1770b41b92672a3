/** Nothing chosen: what needs an answer in the district today. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, gap } from '/shared/format.js';
import { light, lightSign, rank } from '/shared/light.js';
import { state } from './state.js';
import { chooseProject, chooseTownship } from './choose.js';
import { isUrgent, planProject, shownDay } from './lookup.js';
import { counts, section } from './panel-parts.js';
import { count } from './tally.js';

export function drawDistrict() {
  const { progress, plan } = state;
  const urgent = progress.projects.filter((p) => isUrgent(p.light)).sort((a, b) => rank(a.light) - rank(b.light));
  const red = progress.townships.filter((x) => isUrgent(x.light)).sort((a, b) => rank(a.light) - rank(b.light));
  return {
    head: el('header', { class: 'panel-head' }, el('div', { class: 'panel-title' }, el('h2', null, plan.district.name)),
      el('p', { class: 'second' }, t('district.day', { day: day(shownDay(), { year: 'numeric', month: 'long', day: 'numeric' }) })),
      el('p', { class: 'second' }, t('district.townships', { counts: counts(count(progress.townships)) }))),
    body: [
      section(t('district.projects', { count: urgent.length }), t('district.pick'),
        urgent.length ? urgent.map(projectItem) : el('p', { class: 'muted' }, t('district.calm'))),
      red.length > 0 && section(t('district.urgent-townships', { count: red.length }), t('district.gap'), townshipTable(red)),
      nextGate(),
      section(t('district.plan'), null, el('dl', { class: 'pairs' },
        el('dt', null, t('plan.document')), el('dd', null, plan.documentNumber ?? t('value.unknown')),
        el('dt', null, t('plan.issued')), el('dd', null, plan.issuedOn ? day(plan.issuedOn, { year: 'numeric', month: 'long', day: 'numeric' }) : t('value.unknown')),
        el('dt', null, t('plan.version')), el('dd', null, t('plan.version-n', { version: plan.version, amendments: plan.amendments?.length ?? 0 })))),
    ],
  };
}

function projectItem(project) {
  const plan = planProject(project.number);
  return el('button', { class: 'answer', type: 'button', on: { click: () => chooseProject(project.number) } },
    el('span', { class: 'answer-title' }, el('b', null, `${project.number} ${plan?.shortName ?? ''}`), light(project.light)),
    el('span', { class: 'reason' }, project.reason?.text));
}

function townshipTable(townships) {
  return el('table', { class: 'table' }, el('tbody', null, townships.map((x) => el('tr', { class: 'pick', on: { click: () => chooseTownship(x.code) } },
    el('td', null, el('button', { class: 'row-button', type: 'button' }, x.name)), el('td', { class: 'start' }, light(x.light, 13)),
    el('td', { class: 'start second wrap' }, worst(x))))));
}

function worst(township) {
  const project = planProject(township.worst?.project);
  return project ? `${project.number} ${project.shortName}` : '';
}

/** The next due date and the projects that have something due then. */
function nextGate() {
  const today = shownDay();
  const due = state.progress.projects.flatMap((p) => p.tracks.flatMap((track) => (track.gates ?? []).map((g) => g.due))).filter((d) => d >= today).sort()[0];
  if (!due) return null;
  const concerned = state.progress.projects.filter((p) => p.light !== 'done' && p.tracks.some((track) => track.gates?.some((g) => g.due === due && g.status !== 'met')));
  const days = Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
  return section(t('district.next-gate', { day: day(due) }), t('district.days-left', { days }),
    el('ul', { class: 'chips' }, concerned.map((p) => el('li', null, el('button', { class: 'chip', type: 'button', title: p.percent ? gap(p.percent.gap) : null, on: { click: () => chooseProject(p.number) } },
      lightSign(p.light, 13), `${p.number} ${planProject(p.number)?.shortName ?? ''}`)))));
}
