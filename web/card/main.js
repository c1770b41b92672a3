/** 项目卡: one project on one A4 sheet, as of a day. J and K turn to the next project, P prints. */
import { getJson, getMe } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { knownOn } from '/shared/known-report.js';
import { lightPatterns } from '/shared/light.js';
import { empty, failed, loading } from '/shared/state.js';
import { card } from './card.js';
import { fit } from './fit.js';

const PAGE = 100;
const PAGES = 10;
const ENOUGH = 12;
const box = (id) => document.getElementById(id);
const address = new URLSearchParams(location.search);
const wanted = { number: Number(address.get('project')) || null, asOf: address.get('day') };
let numbers = [];

await loadWords();
translate();
document.body.prepend(lightPatterns());
put(box('card'), loading(8));
const me = await getMe();
document.addEventListener('keydown', ({ key, target }) => {
  if (target.closest?.('select')) return;
  if (key === 'j' || key === 'k') turn(key === 'j' ? 1 : -1);
  if (key === 'p') print();
});
await read();

async function read() {
  const asOf = wanted.asOf;
  try {
    const [plan, progress] = await Promise.all([getJson('/api/plan', { asOf }), getJson('/api/progress', { asOf })]);
    numbers = progress.projects.map((p) => p.number);
    wanted.number ??= numbers[0];
    put(box('tools'), tools(plan));
    if (!numbers.includes(wanted.number)) throw Object.assign(new Error(t('curve.no-project')), { status: 404 });
    const [project, reports, tasks] = await Promise.all([getJson(`/api/projects/${wanted.number}`, { asOf, gaps: false }),
      reportsWithPhotos(wanted.number, progress.asOf === me.today ? null : progress.asOf), getJson('/api/tasks')]);
    const facts = { me, plan, progress, project, about: plan.projects.find((p) => p.number === wanted.number), day: progress.asOf, past: progress.asOf !== me.today,
      reports, tasks: tasks.tasks.filter((x) => x.project === wanted.number && x.owner && !x.done) };
    document.title = `${wanted.number} ${facts.about.shortName} · ${t('card.title')}`;
    const sheet = card(facts);
    put(box('card'), sheet);
    await fit(sheet);
  } catch (problem) {
    put(box('card'), problem.status === 404 ? empty(problem.message, null) : failed(problem, read));
  }
  box('card').setAttribute('aria-busy', 'false');
}

/** The newest that a day knew of, until there are enough to choose from. */
async function reportsWithPhotos(project, day) {
  const found = [];
  let after;
  for (let page = 0; page < PAGES && found.length < ENOUGH; page++) {
    const answer = await getJson('/api/reports', { project, limit: PAGE, after });
    found.push(...answer.reports.map((report) => knownOn(report, day, me.zone)).filter((report) => report?.photos?.length));
    after = answer.next;
    if (!after) break;
  }
  return found;
}

function tools(plan) {
  const choice = el('select', { class: 'field compact', 'aria-label': t('curve.choose'), on: { change: () => go(Number(choice.value)) } },
    numbers.map((number) => el('option', { value: number, selected: number === wanted.number }, `${number} ${plan.projects.find((p) => p.number === number).shortName}`)));
  return [el('a', { class: 'chip', href: `/?${new URLSearchParams({ project: wanted.number, ...(wanted.asOf && { day: wanted.asOf }) })}` }, icon('map', 14), t('card.map')), choice,
    el('button', { class: 'chip', type: 'button', on: { click: () => turn(1) } }, t('card.next'), el('kbd', { 'aria-hidden': 'true' }, 'J')),
    el('button', { class: 'button small primary', type: 'button', on: { click: () => print() } }, t('curve.print'))];
}

function turn(by) {
  if (numbers.length) go(numbers[(numbers.indexOf(wanted.number) + by + numbers.length) % numbers.length]);
}

function go(number) {
  wanted.number = number;
  history.replaceState(null, '', `?${new URLSearchParams({ project: number, ...(wanted.asOf && { day: wanted.asOf }) })}`);
  return read();
}
