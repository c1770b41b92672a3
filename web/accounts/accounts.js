/** The administrator's page: who may sign in, as what, for which projects and townships; and who did what. */
import { getJson, getMe, patchJson, postJson } from '/shared/api.js';
import { put } from '/shared/dom.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { topBar } from '/shared/top-bar.js';
import { failed, loading } from '/shared/state.js';
import { accountTable } from '/accounts/account-table.js';
import { openAccountForm } from '/accounts/account-form.js';
import { openPassword } from '/accounts/one-time-password.js';
import { openPhones } from '/accounts/phones.js';
import { startRescue } from '/accounts/rescue.js';
import { ask } from '/accounts/ask.js';
import { startArchive } from '/accounts/archive.js';
import { showAudit } from '/accounts/audit-list.js';

const box = document.getElementById('accounts');
const search = document.getElementById('search');
let me;
let accounts = [];
/** Names behind the codes: {projects: [{number, name}], townships: [{code, name}], units: [{code, name}]}. */
let names = { projects: [], townships: [], units: [] };

await loadWords();
translate();
search.placeholder = t('accounts.search');
document.title = `${t('accounts.title')} · ${t('app.name')}`;
put(box, loading(6));
me = await getMe();
topBar(document.getElementById('top'), me, 'accounts');
names = await readNames();
search.addEventListener('input', draw);
document.getElementById('create').addEventListener('click', () => edit(null));
startRescue(document.getElementById('rescue'), load);
startArchive(document.getElementById('archive'));
await load();

async function load() {
  try {
    accounts = (await getJson('/api/accounts')).accounts;
    draw();
  } catch (problem) {
    put(box, failed(problem, load));
  }
  box.setAttribute('aria-busy', 'false');
  showAudit(document.getElementById('audit'), me.zone, accounts);
}

/** Without a plan or ground yet there is nothing to choose from, and accounts must work all the same. */
async function readNames() {
  const [plan, base] = await Promise.all([getJson('/api/plan').catch(() => null), getJson('/api/base').catch(() => null)]);
  return {
    projects: (plan?.projects ?? []).map(({ number, shortName, name }) => ({ number, name: shortName ?? name })),
    units: plan?.units ?? [],
    townships: (base?.townships.features ?? []).map((f) => f.properties).sort((a, b) => a.code.localeCompare(b.code)),
  };
}

function draw() {
  const sought = search.value.trim().toLowerCase();
  const shown = accounts.filter((a) => `${a.userName} ${a.displayName}`.toLowerCase().includes(sought));
  put(document.getElementById('count'), t('accounts.count', { count: accounts.length, disabled: accounts.filter((a) => a.disabled).length }));
  put(box, accountTable(shown, { me, names, edit, disable, reset, clear, pair: (account) => openPhones(account, me.zone) }));
}

function clear() {
  search.value = '';
  draw();
  search.focus();
}

/** null makes a new one. */
function edit(account) {
  openAccountForm(account, names, async (wanted) => {
    if (account) await patchJson(`/api/accounts/${account.id}`, wanted);
    else openPassword(await postJson('/api/accounts', wanted), 'created');
    await load();
  });
}

function disable(account) {
  const disabled = !account.disabled;
  ask(disabled ? 'disable' : 'enable', account, async () => {
    await patchJson(`/api/accounts/${account.id}`, { disabled });
    await load();
  });
}

function reset(account) {
  ask('reset', account, async () => {
    openPassword(await postJson(`/api/accounts/${account.id}/password`, {}), 'reset');
    await load();
  });
}
