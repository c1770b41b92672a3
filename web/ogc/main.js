/** One page for all of /ogc: fetches its own address as JSON and draws what the standard's documents hold. */
import { el, put } from '/shared/dom.js';
import { language, loadWords, setLanguage, t, translate } from '/shared/i18n.js';
import { mark } from '/shared/icons.js';
import { lightPatterns } from '/shared/light.js';
import { failed, loading } from '/shared/state.js';
import { address, read } from './address.js';
import { api, conformance, landing } from './documents.js';
import { collection } from './collection.js';
import { item, items } from './items.js';

const main = document.getElementById('main');

await loadWords();
translate();
head();
document.body.prepend(lightPatterns());
put(main, loading(6));
await draw();

async function draw() {
  try {
    put(main, crumbs(), await view());
  } catch (problem) {
    put(main, crumbs(), failed(problem, draw));
  }
  main.setAttribute('aria-busy', 'false');
}

async function view() {
  const { document: wanted, collection: id, feature } = address();
  if (wanted === 'api') return api(await read());
  if (wanted === 'conformance') return conformance(await read());
  if (wanted !== 'collections') return landing(await read(), await read('/ogc/collections'));
  if (!id) return landing({ title: t('ogc.page.collections') }, await read());
  const described = await read(`/ogc/collections/${id}`);
  document.title = `${described.title} · ${t('app.name')}`;
  const { properties } = await read(`/ogc/collections/${id}/queryables`);
  if (feature) return item(await read(), described, properties);
  return address().below === 'items' ? items(await read(undefined, ['crs']), described, properties) : collection(described, properties);
}

function crumbs() {
  const { collection: id, below, feature } = address();
  const steps = [['/ogc', t('ogc.page.start')], id && [`/ogc/collections/${id}`, id],
    below && [`/ogc/collections/${id}/${below}`, t('ogc.page.items')], feature && [location.pathname, feature]].filter(Boolean);
  return el('nav', { class: 'ogc-crumbs', 'aria-label': t('ogc.page.path') }, steps.map(([href, text], i) =>
    el('a', { href, 'aria-current': i === steps.length - 1 ? 'page' : null }, text)));
}

function head() {
  const other = language() === 'zh' ? 'en' : 'zh';
  const here = encodeURIComponent(location.pathname + location.search);
  put(document.getElementById('head'),
    el('a', { class: 'public-brand', href: '/ogc' }, mark(24), el('span', null, t('app.name'))),
    !location.pathname.includes('/internal-') && el('a', { class: 'text-button', href: `/sign-in?next=${here}` }, t('public.staff')),
    el('button', { class: 'text-button', type: 'button', lang: other, on: { click: () => setLanguage(other) } }, other === 'en' ? 'English' : '中文'));
}
