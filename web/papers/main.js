/** The papers that can be had of a day or of an approved snapshot; the address says of which. */
import { getJson, getMe } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { moment } from '/shared/format.js';
import { empty, failed, loading } from '/shared/state.js';
import { topBar } from '/shared/top-bar.js';
import { sections } from './sections.js';

const box = (id) => document.getElementById(id);
const asked = () => new URLSearchParams(location.search);
let me;
let answering;

await loadWords();
translate();
document.title = `${t('papers.title')} · ${t('app.name')}`;
put(box('list'), loading(6));
me = await getMe().catch((problem) => {
  put(box('list'), failed(problem, () => location.reload()));
  throw problem;
});
topBar(box('top'), me, 'papers');
addEventListener('popstate', read);
await read();

async function read() {
  answering?.abort();
  answering = new AbortController();
  const of = { asOf: asked().get('asOf'), snapshot: asked().get('snapshot'), plan: asked().get('plan') };
  put(box('list'), loading(6));
  box('list').setAttribute('aria-busy', 'true');
  try {
    const papers = await getJson('/api/papers', of, answering.signal);
    put(box('of'), choice(papers));
    put(box('basis'), papers.demo && el('b', null, t('app.demo')), ` ${t('papers.basis', { basis: papers.basis })}`, papers.scope && ` · ${papers.scope}`);
    put(box('list'), papers.projects.length ? sections(papers, of) : empty(t('papers.none'), t('papers.none-why')));
  } catch (problem) {
    if (problem.name === 'AbortError') return;
    put(box('basis'));
    put(box('list'), failed(problem, () => (problem.status === 400 || problem.status === 404 || problem.status === 410 ? go({}) : read())));
    if (!box('of').hasChildNodes()) put(box('of'), choice({ day: me.now.slice(0, 10), snapshots: [], snapshot: null }));
  }
  box('list').setAttribute('aria-busy', 'false');
}

/** A day, or one of the snapshots that stand. */
function choice(papers) {
  const day = el('input', { class: 'field', id: 'day', type: 'date', max: moment(me.now, me.zone).slice(0, 10), value: papers.day, on: { change: (event) => event.target.value && go({ asOf: event.target.value }) } });
  const snapshot = el('select', { class: 'field', id: 'snapshot', on: { change: (event) => go(event.target.value ? { snapshot: event.target.value } : {}) } },
    el('option', { value: '' }, t('papers.no-snapshot')),
    papers.snapshots.map((s) => el('option', { value: s.number, selected: s.number === papers.snapshot }, t('papers.snapshot-of', { id: s.id, day: s.day }))));
  return [el('label', null, t('papers.day'), day), el('label', null, t('papers.snapshot'), snapshot)];
}

function go(of) {
  const focused = document.activeElement?.id;
  const query = new URLSearchParams(of);
  if (asked().get('plan')) query.set('plan', asked().get('plan'));
  history.pushState(null, '', query.size ? `?${query}` : location.pathname);
  read().then(() => focused && box(focused)?.focus());
}
