/** The administrator's page of screens: which are alive, since when, what they show; takes in, changes, switches off. */
import { deleteJson, getJson, getMe, patchJson, postJson } from '/shared/api.js';
import { put } from '/shared/dom.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { failed, loading } from '/shared/state.js';
import { topBar } from '/shared/top-bar.js';
import { confirmRevoke } from '/screens/revoke.js';
import { openScreenForm } from '/screens/screen-form.js';
import { screenTable } from '/screens/screen-table.js';

const AGAIN_MS = 15000;
const box = document.getElementById('screens');
let me;
let listing = null;
let names = { projects: [], townships: [] };

await loadWords();
translate();
document.title = `${t('screens.title')} · ${t('app.name')}`;
put(box, loading(4));
me = await getMe();
topBar(document.getElementById('top'), me, 'screens');
names = await readNames();
document.getElementById('pair').addEventListener('click', () => edit(null));
await load();
setInterval(() => { if (!document.querySelector('dialog[open]')) load(); }, AGAIN_MS);

async function load() {
  try {
    listing = await getJson('/api/screens');
    draw();
  } catch (problem) {
    if (!listing) put(box, failed(problem, load));
  }
  box.setAttribute('aria-busy', 'false');
}

function draw() {
  const working = listing.screens.filter((screen) => !screen.revokedAt);
  put(document.getElementById('count'), t('screens.count', { count: working.length, alive: working.filter((screen) => screen.alive).length }));
  put(box, screenTable(listing.screens, { zone: me.zone, names, edit, revoke, pair: () => edit(null) }));
}

async function readNames() {
  const [plan, base] = await Promise.all([getJson('/api/plan').catch(() => null), getJson('/api/base').catch(() => null)]);
  return {
    projects: (plan?.projects ?? []).map(({ number, shortName, name }) => ({ number, name: shortName ?? name })),
    townships: (base?.townships.features ?? []).map((feature) => feature.properties),
  };
}

/** null takes in a new one. */
function edit(screen) {
  openScreenForm(screen, { names, standard: listing?.standard ?? [] }, async (wanted) => {
    if (screen) await patchJson(`/api/screens/${screen.id}`, wanted);
    else await postJson('/api/screens', wanted);
    await load();
  });
}

function revoke(screen) {
  confirmRevoke(screen, async () => {
    await deleteJson(`/api/screens/${screen.id}`);
    await load();
  });
}
