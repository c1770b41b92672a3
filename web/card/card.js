/** The sheet: what it is, how it stands, why, what is due, how it went, what was seen, what was decided. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { bar } from '/shared/bar.js';
import { day, gap, moment, number, percent, quantity, shortMoment } from '/shared/format.js';
import { curvesOf } from '/shared/curves-of.js';
import { forecastLine } from '/shared/forecast.js';
import { photoUrl } from '/shared/lightbox.js';
import { light, lightSign } from '/shared/light.js';
import { sCurve } from '/shared/s-curve.js';
import { toldPercent } from '/shared/told.js';
import { taskList } from '/shared/task-list.js';

const PHOTOS = 4;
const SIGN = { late: 'late', pending: 'pend', grace: 'warn', met: 'done', lateDone: 'done' };

export function card(facts) {
  const { me, plan, progress, project, about } = facts;
  return el('article', { class: 'sheet' },
    el('header', null, el('p', { class: 'sheet-over' }, plan.name, el('span', null, t('card.as-of', { at: moment(progress.knownAt, me.zone) }), progress.demo && el('b', { class: 'demo' }, t('app.demo')))),
      el('h1', null, el('span', { class: 'sheet-number' }, String(about.number)), about.name),
      el('p', { class: 'sheet-facts' }, light(project.light, 18), el('span', null, t(`life.${project.lifecycle}`)), el('span', null, t(`filter.${about.tier}`)),
        el('span', null, units(about.units)))),
    risk(facts),
    part('project.tracks', tracks(project)),
    part('project.indicators', indicators(project)),
    el('div', { class: 'sheet-two' }, part('card.gates', ...project.tracks.map((track) => gates(track, project.tracks.length > 1))), part('curve.title', curve(facts))),
    photos(facts), tasks(facts),
    el('footer', null, t('card.foot', { rule: `${progress.ruleSet.name} ${progress.ruleSet.version}`, plan: progress.planVersion, document: plan.documentNumber ?? '—' })));
}

function units(all) {
  const lead = all.find((u) => u.lead) ?? all[0];
  const others = all.filter((u) => u !== lead).map((u) => u.printedAs).join('、');
  return t(others ? 'card.units' : 'card.unit', { lead: lead.printedAs, others });
}

const part = (key, ...content) => (content.flat().some(Boolean) ? el('section', null, el('h2', null, t(key)), content) : null);

/** Why the light is what it is, what the forecast says, what is doubtful in the plan. */
function risk({ project, about }) {
  const worst = project.tracks.find((track) => track.code === project.track);
  const others = project.tracks.filter((track) => track !== worst && track.light !== 'ok' && track.light !== 'done').map((track) => `${track.name}：${track.reason?.text ?? ''}`);
  return el('section', { class: `sheet-risk w-${project.light}` }, el('h2', null, t('card.risk')), [project.reason?.text, ...others].filter(Boolean).map((text) => el('p', null, text)),
    project.tracks.filter((track) => track.forecast && track.forecast.outlook !== 'onTime' && track.forecast.reason.code !== track.reason?.code).map((track) => forecastLine(track.forecast)),
    about.flags?.length > 0 && el('p', { class: 'muted' }, t('card.flags', { text: about.flags.map((flag) => flag.text.replace(/[。；]$/, '')).join('；') })));
}

function tracks(project) {
  return el('table', { class: 'sheet-table' }, head(['card.track', 'progress.verified', 'progress.reported', 'progress.due', 'indicator.gap', '', 'indicator.light']),
    el('tbody', null, project.tracks.map((track) => el('tr', null, el('td', null, track.name), ...['verified', 'reported', 'planned'].map((name, i) => el('td', { class: i ? null : 'strong' }, track.percent ? figure(track, name) : t('value.no-percent'))),
      el('td', null, track.percent ? gap(track.percent.gap) : t('value.unknown')), el('td', { class: 'sheet-bar' }, track.percent && bar(track.percent)), el('td', null, light(track.light, 13))))));
}

/** What is due may be no figure at all. */
const figure = (track, name) => (name === 'planned' ? percent(track.percent.planned) : toldPercent(track.percent[name], [track]));

function indicators(project) {
  const all = project.tracks.flatMap((track) => track.indicators ?? []);
  if (!all.length) return null;
  return el('table', { class: 'sheet-table' }, head(['indicator.name', 'indicator.target', 'progress.verified', 'progress.reported', 'indicator.gap', 'indicator.light']),
    el('tbody', { data: { shorten: 6 } }, all.map((i) => el('tr', null, el('td', null, i.name), el('td', null, quantity(i.target, i.unit, i.decimals)), el('td', { class: 'strong' }, number(i.verified, i.decimals)), el('td', null, number(i.reported, i.decimals)),
      el('td', null, gap(i.gap)), el('td', null, i.light ? light(i.light, 13) : t('value.unknown'))))));
}

const head = (keys) => el('thead', null, el('tr', null, keys.map((key) => el('th', { scope: 'col' }, key && t(key)))));

function gates(track, named) {
  return track.gates?.length > 0 && el('div', { class: 'sheet-gates' }, named && el('h3', null, track.name), el('ol', { data: { shorten: 1 } }, track.gates.map((gate) => el('li', null,
    el('h4', null, SIGN[gate.status] ? lightSign(SIGN[gate.status], 13, true) : el('i', { class: 'diamond', 'aria-hidden': 'true' }), day(gate.due), el('span', { class: `s-${gate.status}` }, t(`gate.${gate.status}`))),
    el('p', null, (gate.requirements ?? []).filter((r) => r.gating).map((r) => el('span', { class: 'ask' }, r.undecided ? '? ' : r.met ? '✓ ' : '○ ', asks(r))))))));
}

/** What a requirement asks, with what is verified of it where it is short. */
function asks(r) {
  const need = r.type === 'item' || r.need === undefined || r.need === null ? '' : ` ${quantity(r.need, r.unit)}`;
  return `${r.text}${r.text.includes(need.trim()) ? '' : need}${!r.met && need && r.verified !== undefined && r.verified !== null ? t('card.so-far', { verified: quantity(r.verified, r.unit) }) : ''}`;
}

function curve({ project, about, plan, day: iso, past }) {
  const worst = project.tracks.find((track) => track.code === project.track) ?? project.tracks[0];
  const curves = curvesOf(project, about);
  const one = curves.find((c) => c.code === (worst.percent?.indicator ?? worst.code)) ?? curves[0];
  return one && [el('h3', null, one.name), sCurve(one, { year: plan.year, day: iso, past, width: 340 })];
}

/** The last ones that arrived, those of accepted reports first. */
function photos({ reports, me }) {
  const shots = reports.flatMap((report) => (report.photos ?? []).filter((p) => p.arrived !== false).slice(0, 1).map((photo) => ({ photo, report })))
    .sort((a, b) => (b.report.state === 'accepted') - (a.report.state === 'accepted')).slice(0, PHOTOS);
  return shots.length > 0 && part('card.photos', el('ul', { class: 'sheet-photos' }, shots.map(({ photo, report }) => el('li', null, el('img', { src: photoUrl(photo.sha256, true), alt: '' }),
    el('small', null, report.footprint?.name ?? t(`report.${report.type}`)), el('small', null, `${photo.takenAt ? shortMoment(photo.takenAt, me.zone) : t('photo.no-time')} · ${t(`report.${report.state}`)}`)))));
}

function tasks({ tasks: open, me }) {
  return open.length > 0 && el('section', { class: 'sheet-tasks' }, el('h2', null, t('card.tasks')), short(taskList(open, { names: { project: () => '', township: () => '' }, zone: me.zone, runs: false, act: { open: () => {} } })));
}

const short = (list) => { list.dataset.shorten = 1; list.querySelectorAll('button').forEach((b) => b.remove()); return list; };
