/** Two days side by side: which lights turned, what was verified in between, where. */
import { getJson, getMe } from '/shared/api.js';
import { addDays } from '/shared/days.js';
import { el, put } from '/shared/dom.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { lightPatterns } from '/shared/light.js';
import { empty, failed, loading } from '/shared/state.js';
import { topBar } from '/shared/top-bar.js';
import { projectChanges, townshipChanges } from './diff.js';
import { projectList, townshipList } from './lists.js';
import { maps } from './maps.js';

const WEEK = 7;
const MONTH = 30;
const box = (id) => document.getElementById(id);
const address = new URLSearchParams(location.search);

await loadWords();
translate();
document.title = `${t('compare.title')} · ${t('app.name')}`;
document.body.prepend(lightPatterns());
put(box('maps'), loading(6));
const me = await getMe();
topBar(box('top'), me, 'compare');
const shown = { to: address.get('to') || me.today, from: address.get('from') };
shown.from ||= addDays(shown.to, -WEEK);
addEventListener('popstate', () => location.reload());
await read();

async function read() {
  put(box('head'), head());
  try {
    const [base, plan, before, after] = await Promise.all([
      getJson('/api/base'), getJson('/api/plan'), getJson('/api/progress', { asOf: shown.from }), getJson('/api/progress', { asOf: shown.to })]);
    const names = { project: (number) => plan.projects.find((p) => p.number === number)?.shortName ?? '' };
    const [projects, towns] = [projectChanges(before, after), townshipChanges(before, after)];
    put(box('maps'), maps(base, [before, after], towns));
    put(box('sum'), sum(projects, towns));
    put(box('projects'), projectList(projects, names, shown.to));
    put(box('townships'), townshipList(towns, names, shown.to));
  } catch (problem) {
    ['sum', 'projects', 'townships'].forEach((id) => put(box(id)));
    put(box('maps'), problem.status === 404 || problem.status === 400 ? empty(problem.message, t('compare.no-day')) : failed(problem, read));
  }
  box('main').setAttribute('aria-busy', 'false');
}

function head() {
  const field = (name) => {
    const node = el('input', { class: 'field', type: 'date', id: name, max: me.today, value: shown[name] });
    node.addEventListener('change', () => { if (node.value && node.reportValidity()) go({ [name]: node.value }); });
    return el('div', null, el('label', { class: 'label', for: name }, t(`compare.${name}`)), node);
  };
  const quick = (days, key) => el('button', { class: 'chip', type: 'button', on: { click: () => go({ to: me.today, from: addDays(me.today, -days) }) } }, t(`compare.${key}`));
  return [el('div', null, el('h1', null, t('compare.title')), el('p', { class: 'muted' }, t('compare.why'))),
    el('div', { class: 'compare-days' }, quick(WEEK, 'week'), quick(MONTH, 'month'), field('from'), field('to'))];
}

function go(change) {
  Object.assign(shown, change);
  if (shown.from > shown.to) [shown.from, shown.to] = [shown.to, shown.from];
  history.pushState(null, '', `?${new URLSearchParams({ from: shown.from, to: shown.to })}`);
  return read();
}

function sum(projects, towns) {
  const count = (list, test) => String(list.filter(test).length);
  const figure = (value, key, tone) => el('li', { class: tone && value !== '0' ? `t-${tone}` : null }, el('b', null, value), t(`compare.${key}`));
  return el('ul', { class: 'compare-sum' }, figure(count(projects, (p) => p.better < 0), 'projects-worse', 'late'), figure(count(projects, (p) => p.better > 0), 'projects-better'),
    figure(count(towns, (x) => x.better < 0), 'towns-worse', 'late'), figure(count(towns, (x) => x.better > 0), 'towns-better'), figure(count(projects, (p) => p.figures.length > 0), 'moved'));
}
