/** The approver's page: what is public now, what would change, approve, photos, history and withdrawal. */
import { getJson, getMe, postJson } from '/shared/api.js';
import { put } from '/shared/dom.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { topBar } from '/shared/top-bar.js';
import { failed, loading } from '/shared/state.js';
import { current } from './current.js';
import { changes } from './changes.js';
import { approval } from './approval.js';
import { history } from './history.js';
import { startPhotos } from './photos.js';

const box = (id) => document.getElementById(id);
let me;
let notice = null;

await loadWords();
translate();
document.title = `${t('publish.title')} · ${t('app.name')}`;
['current', 'changes', 'approve', 'photos', 'history'].forEach((id) => put(box(id), loading(id === 'changes' ? 5 : 2)));
me = await getMe();
topBar(box('top'), me, 'publish');
await load();

async function load() {
  try {
    const [draft, { snapshots }] = await Promise.all([getJson('/api/snapshots/draft'), getJson('/api/snapshots')]);
    const shown = { me, draft, snapshots, names: names(draft.facts) };
    put(box('current'), current(shown));
    put(box('changes'), changes(shown));
    put(box('approve'), approval(shown, notice, approve));
    put(box('history'), history(shown, load));
    startPhotos(box('photo-project'), box('photos'), shown, load);
  } catch (problem) {
    for (const id of ['changes', 'approve', 'photos', 'history']) put(box(id));
    put(box('current'), failed(problem, load));
  }
  document.querySelectorAll('[aria-busy]').forEach((node) => node.setAttribute('aria-busy', 'false'));
  notice = null;
}

/** Sends the digest of what is on the page: other figures by now are shown first. */
async function approve(digest, note) {
  try {
    const { id } = await postJson('/api/snapshots', { digest, note });
    notice = { text: t('publish.done', { id }) };
  } catch (problem) {
    if (!problem.type?.endsWith('draft-changed')) throw problem;
    notice = { text: t('publish.draft-changed'), bad: true, note };
  }
  await load();
  box('approve').querySelector('.notice')?.focus();
}

/** What stands behind the codes. */
function names(facts) {
  const indicators = facts.projects.flatMap((p) => p.tracks.flatMap((track) => track.indicators));
  return {
    project: (number) => facts.projects.find((p) => p.number === number)?.shortName ?? '',
    township: (code) => facts.townships.find((town) => town.code === code)?.name ?? code,
    indicator: (code) => indicators.find((i) => i.code === code) ?? { name: code, unit: '', decimals: 2 },
  };
}
