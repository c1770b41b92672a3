/** Left: tally, filters and the projects in order of urgency. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { bar } from '/shared/bar.js';
import { lightSign } from '/shared/light.js';
import { percent } from '/shared/format.js';
import { toldPercent } from '/shared/told.js';
import { change, state, watch } from './state.js';
import { chooseProject } from './choose.js';
import { isFiltered, isUrgent, listedProjects, noFilters } from './lookup.js';
import { startFound } from './found.js';
import { startTally } from './tally.js';
import { startFilters } from './filters.js';

const DRAWN_BY = ['plan', 'progress', 'project', 'tier', 'unit', 'light', 'urgent', 'search', 'failure'];

export function startList(pane) {
  const [title, tally, filters, rows, found] = ['list-title', 'tally', 'filters', 'rows', 'found'].map((name) => el('div', { class: name }));
  put(pane, title, tally, filters, el('div', { class: 'list-scroll' }, rows, found), key());
  startFound(found);
  startTally(tally);
  startFilters(filters);
  watch(['plan', 'progress'], () => drawTitle(title));
  watch(DRAWN_BY, () => drawRows(rows));
  rows.parentNode.addEventListener('keydown', walk);
}

function drawTitle(box) {
  if (!state.plan || !state.progress) return put(box, el('h1', null, el('span', { class: 'grey', style: { width: '180px' } })));
  const projects = state.plan.projects;
  const tier = (name) => projects.filter((p) => p.tier === name).length;
  return put(box,
    el('h1', null, t('list.title', { count: projects.length })),
    el('p', null, t('list.tiers', { district: tier('district'), municipal: tier('municipal') })));
}

function drawRows(box) {
  if (!state.plan || !state.progress) return put(box, state.failure ? null : greyRows());
  const focused = document.activeElement?.dataset.project;
  const listed = listedProjects();
  const [mapped, plain] = [listed.filter((p) => p.progress.mapped), listed.filter((p) => !p.progress.mapped)];
  put(box,
    el('div', { class: 'row head', 'aria-hidden': 'true' }, el('span', { class: 'no' }, t('list.no')), el('span'),
      el('span', null, t('list.by-urgency')), el('span', null, t('list.figures')), el('span', { class: 'end' }, t('list.verified'))),
    !listed.length && nothing(),
    rows(mapped, t('list.on-map')),
    plain.length > 0 && el('div', { class: 'row group' }, el('span', null, t('list.off-map', { count: plain.length })), el('span', null, mappedOfAll())),
    rows(plain, t('list.off-map', { count: plain.length })));
  if (focused) box.querySelector(`[data-project="${focused}"]`)?.focus();
}

function mappedOfAll() {
  const all = state.progress.projects;
  return t('list.mapped', { mapped: all.filter((p) => p.mapped).length, count: all.length });
}

function rows(projects, label) {
  const calm = projects.findIndex((p) => !isUrgent(p.progress.light));
  return projects.length > 0 && el('ul', { 'aria-label': label },
    projects.map((p, i) => el('li', { class: i === calm && i > 0 ? 'cut' : null }, row(p))));
}

function row({ plan, progress }) {
  const chosen = state.project === plan.number;
  const figures = progress.percent;
  const choose = () => chooseProject(chosen ? null : plan.number);
  return el('button', {
    class: 'row', type: 'button', data: { project: plan.number, light: progress.light }, 'aria-pressed': String(chosen), title: plan.name, on: { click: choose },
  },
  el('span', { class: 'no' }, String(plan.number)), lightSign(progress.light, 15), el('span', { class: 'name' }, plan.shortName),
  figures ? bar(figures) : el('span', { class: 'by-gates' }, t('list.by-gates')),
  verified(figures, progress.tracks));
}

function verified(figures, tracks = []) {
  if (figures && (figures.verified === null || figures.verified === undefined)) return el('span', { class: 'percent unknown' }, toldPercent(figures.verified, tracks));
  return el('span', { class: figures ? 'percent' : 'percent unknown' }, percent(figures?.verified));
}

function nothing() {
  return el('div', { class: 'state' }, el('b', null, t('list.empty')),
    el('p', null, t('list.empty-why')),
    isFiltered() && el('button', { class: 'text-button', type: 'button', on: { click: () => change(noFilters) } }, t('list.clear')));
}

function greyRows() {
  return Array.from({ length: 20 }, (_, i) => el('div', { class: 'row' }, el('span'), el('span'),
    el('span', { class: 'grey', style: { width: `${60 + (i * 37) % 40}px` } }), el('span', { class: 'grey' }), el('span', { class: 'grey' })));
}

/** Arrows walk the rows. */
function walk(event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const all = [...event.currentTarget.querySelectorAll('button.row')];
  all[all.indexOf(document.activeElement) + by]?.focus();
  event.preventDefault();
}

function key() {
  const sample = (name, part) => el('span', { class: 'key' }, el('span', { class: 'bar', 'aria-hidden': 'true' },
    el('i', { class: part, style: part === 'due' ? { left: '10px' } : { width: '100%' } })), t(`progress.${name}`));
  return el('div', { class: 'list-key' }, sample('verified', 'verified'), sample('reported', 'reported'),
    sample('planned', 'planned'), sample('due-today', 'due'));
}
