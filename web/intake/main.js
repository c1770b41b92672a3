/** The page of what comes in from files: ground data, and the plan (plan-tab.js). The tab and the open import are in the address. */
import { getMe } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { loading } from '/shared/state.js';
import { topBar } from '/shared/top-bar.js';
import { startGround } from './ground.js';
import { showPlanTab } from './plan-tab.js';

const TABS = ['ground', 'plan'];
const box = (id) => document.getElementById(id);
const started = new Set();
const shown = () => (new URLSearchParams(location.search).get('tab') === 'plan' ? 'plan' : 'ground');

await loadWords();
translate();
document.title = `${t('intake.title')} · ${t('app.name')}`;
put(box('steps'), loading(5));
const me = await getMe();
topBar(box('top'), me, 'intake');
put(box('tabs'), el('h1', null, t('intake.title')), TABS.map(tab));
addEventListener('popstate', show);
await show();

function tab(name) {
  return el('button', { role: 'tab', id: `tab-${name}`, type: 'button', 'aria-controls': name, on: { click: () => choose(name), keydown: move } }, t(`intake.tab.${name}`));
}

function choose(name) {
  history.pushState(null, '', name === 'ground' ? '/intake' : `/intake?tab=${name}`);
  return show();
}

/** Arrows go from tab to tab. */
function move(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const name = TABS[(TABS.indexOf(shown()) + step + TABS.length) % TABS.length];
  choose(name);
  box(`tab-${name}`).focus();
}

async function show() {
  const now = shown();
  for (const name of TABS) {
    box(name).hidden = name !== now;
    box(`tab-${name}`).setAttribute('aria-selected', String(name === now));
    box(`tab-${name}`).tabIndex = name === now ? 0 : -1;
  }
  if (started.has(now)) return;
  started.add(now);
  if (now === 'plan') await showPlanTab(box('plan'), me);
  else if (!await startGround(me, () => choose('plan'))) started.delete(now);
}
