/** The public pages: /p/ lists all projects, /p/18 and /p/2026/18 show one. No sign-in, published facts only. */
import { el, put } from '/shared/dom.js';
import { language, loadWords, setLanguage, t, translate } from '/shared/i18n.js';
import { mark } from '/shared/icons.js';
import { lightPatterns } from '/shared/light.js';
import { moment } from '/shared/format.js';
import { empty, failed, loading } from '/shared/state.js';
import { address, keepReading, readFacts } from './load.js';
import { list } from './list.js';
import { project } from './project.js';
import { foot } from './foot.js';

const main = document.getElementById('main');
const banner = document.getElementById('banner');
const wanted = address();
let shown = null;

await loadWords();
translate();
head(null);
document.body.prepend(lightPatterns());
put(main, loading(8));
await read();
keepReading(read);

async function read() {
  try {
    const { facts, years } = await readFacts(wanted.year);
    banner.hidden = true;
    const key = facts ? `${facts.snapshot.id}.${facts.sequence}` : 'nothing';
    if (key !== shown?.key) draw(facts, years);
    shown = { key, facts };
  } catch (problem) {
    if (shown?.facts) lost(problem, shown.facts);
    else put(main, failed(problem, read));
  }
  main.setAttribute('aria-busy', 'false');
}

function draw(facts, years) {
  head(facts);
  put(document.getElementById('foot'), facts && foot(facts));
  const one = facts && wanted.number !== null && facts.projects.find((p) => p.number === wanted.number);
  if (!facts) put(main, empty(t('public.nothing'), t('public.nothing-why')));
  else if (wanted.number === null) put(main, list(facts, years));
  else if (one) put(main, project(one, facts));
  else put(main, empty(t('public.no-such', { number: wanted.number }), null, { text: t('public.all'), click: () => location.assign('/p/') }));
  const title = facts ? t('public.title', { district: facts.district.name, year: facts.plan.year }) : t('app.name');
  document.title = one ? `${one.number} ${one.name} · ${title}` : title;
}

/** The last good figures stay, with their time. */
function lost(problem, facts) {
  banner.hidden = false;
  put(banner, problem.status === 0 ? t('public.lost', { time: moment(facts.snapshot.dataAsOf, facts.zone) }) : problem.message);
}

function head(facts) {
  const other = language() === 'zh' ? 'en' : 'zh';
  put(document.getElementById('head'),
    el('a', { class: 'public-brand', href: '/p/' }, mark(24), el('span', null, facts ? t('public.brand', { district: facts.district.name }) : t('app.name'))),
    facts?.demo && el('span', { class: 'demo' }, t('app.demo')),
    el('button', { class: 'text-button', type: 'button', lang: other, on: { click: () => setLanguage(other) } }, other === 'en' ? 'English' : '中文'));
}
