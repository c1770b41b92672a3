/** Curves of one project or of all, and time against chainage of each route: to look at and to print. */
import { getJson, getMe } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { moment, quantity } from '/shared/format.js';
import { forecastLine } from '/shared/forecast.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { light } from '/shared/light.js';
import { curvesOf } from '/shared/curves-of.js';
import { sCurve } from '/shared/s-curve.js';
import { empty, failed, loading } from '/shared/state.js';
import { topBar } from '/shared/top-bar.js';
import { lightsByMonth, townshipsOf } from './multiples.js';
import { routes } from './routes.js';

const box = (id) => document.getElementById(id);
const address = new URLSearchParams(location.search);
const wanted = { number: Number(address.get('project')) || null, asOf: address.get('day'), townships: address.get('show') === 'townships' };

await loadWords();
translate();
put(box('curves'), loading(8));
const me = await getMe();
topBar(box('top'), me, 'curves');
await read();

async function read() {
  try {
    const [plan, progress] = await Promise.all([getJson('/api/plan', { asOf: wanted.asOf }), getJson('/api/progress', { asOf: wanted.asOf })]);
    const numbers = progress.projects.map((p) => p.number).filter((n) => !wanted.number || n === wanted.number);
    if (!numbers.length) throw Object.assign(new Error(t('curve.no-project')), { status: 404 });
    if (wanted.townships && !wanted.number) return await drawLights(plan, progress);
    const answers = await Promise.all(numbers.map((n) => getJson(`/api/projects/${n}`, { asOf: wanted.asOf, gaps: false })));
    await draw(plan, progress, answers);
  } catch (problem) {
    put(box('curves'), problem.status === 404 ? empty(problem.message, null) : failed(problem, read));
  }
  box('main').setAttribute('aria-busy', 'false');
}

async function draw(plan, progress, answers) {
  const shown = { year: plan.year, day: progress.asOf, past: progress.asOf !== me.today, zone: me.zone };
  const title = answers.length === 1 ? `${answers[0].number} ${planOf(plan, answers[0]).shortName}` : plan.name;
  document.title = `${title} · ${t('curve.title')}`;
  put(box('head'), head(plan, progress, title));
  if (wanted.townships) {
    const groups = await townshipsOf(answers[0], wanted.asOf, plan.year);
    return put(box('curves'), groups.length ? groups : empty(t('multiples.none'), t('multiples.none-why')));
  }
  const many = answers.length > 1;
  const cards = answers.flatMap((answer) => curvesOf(answer, planOf(plan, answer)).map((curve) => card(curve, answer, many ? planOf(plan, answer) : null, { ...shown, width: innerWidth < 700 ? 356 : many ? 400 : 520 })));
  put(box('curves'), cards.length ? el('div', { class: many ? 'curves-grid many' : 'curves-grid' }, cards) : empty(t('curve.none'), null));
  if (!many) await routes(box('routes'), answers[0], planOf(plan, answers[0]), shown, wanted.asOf);
}

async function drawLights(plan, progress) {
  document.title = `${t('multiples.title')} · ${plan.name}`;
  put(box('head'), head(plan, progress, plan.name));
  put(box('curves'), await lightsByMonth(progress, plan.year, wanted.asOf));
  box('main').setAttribute('aria-busy', 'false');
}

function planOf(plan, answer) {
  return plan.projects.find((p) => p.number === answer.number);
}

function head(plan, progress, title) {
  const choice = el('select', { class: 'field', 'aria-label': t('curve.choose') }, el('option', { value: '' }, t('curve.all')),
    progress.projects.map(({ number }) => el('option', { value: number }, `${number} ${plan.projects.find((p) => p.number === number).shortName}`)));
  choice.value = wanted.number ?? '';
  choice.addEventListener('change', () => {
    location.search = query({ number: choice.value });
  });
  const shows = el('span', { class: 'segment', role: 'group', 'aria-label': t('curve.show') }, [false, true].map((townships) =>
    el('button', { type: 'button', 'aria-pressed': String(townships === wanted.townships), on: { click: () => { location.search = query({ townships }); } } }, t(townships ? 'multiples.title' : 'curve.title'))));
  return [el('div', null, el('h1', null, title, el('span', null, t(wanted.townships ? 'multiples.title' : 'curve.title'))),
    el('p', { class: 'muted' }, t('curve.as-of', { at: moment(progress.knownAt, me.zone), rule: `${progress.ruleSet.name} ${progress.ruleSet.version}` }), progress.demo && el('span', { class: 'demo' }, t('app.demo')))),
  el('div', { class: 'curves-tools' }, shows, choice, el('button', { class: 'button', type: 'button', on: { click: () => print() } }, t('curve.print')))];
}

function query(change) {
  const { number, asOf, townships } = { ...wanted, ...change };
  return new URLSearchParams({ ...(number && { project: number }), ...(asOf && { day: asOf }), ...(townships && { show: 'townships' }) });
}

/** One of many says whose it is. */
function card(curve, answer, plan, shown) {
  const track = answer.tracks.find((one) => one.code === curve.track);
  return el('article', { class: 'curve-card' },
    plan && el('p', { class: 'curve-of' }, el('a', { href: `/curves?project=${answer.number}` }, `${answer.number} ${plan.shortName}`), light(track.light, 13)),
    el('h3', null, curve.name, el('small', null, curve.code === track.code ? t('basis.declared') : quantity(curve.target, curve.unit, curve.decimals))),
    sCurve(curve, shown), !plan && curve.forecast && forecastLine(curve.forecast));
}
