/** The page for whoever may see data and wants it as a file; planners have the same form at /intake. */
import { getJson, getMe } from '/shared/api.js';
import { put } from '/shared/dom.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { empty, failed, loading } from '/shared/state.js';
import { topBar } from '/shared/top-bar.js';
import { exportForm } from './export-form.js';

const box = document.getElementById('form');

await loadWords();
translate();
document.title = `${t('exports.title')} · ${t('app.name')}`;
put(box, loading(6));
const me = await getMe().catch((problem) => {
  put(box, failed(problem, () => location.reload()));
  throw problem;
});
topBar(document.getElementById('top'), me, 'exports');
await read();

async function read() {
  try {
    const [plan, base] = await Promise.all([getJson('/api/plan'), getJson('/api/base')]);
    put(box, exportForm({ me, plan, base }));
  } catch (problem) {
    put(box, problem.status === 404 ? empty(t('review.no-plan'), t('review.no-plan-why')) : failed(problem, read));
  }
  box.setAttribute('aria-busy', 'false');
}
