/** What meetings took down: open tasks first, who owes what until when. A unit sees its own and says what is done. */
import { getJson, getMe } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { keptNotes } from '/shared/kept-notes.js';
import { empty, failed, loading } from '/shared/state.js';
import { pendingList, standing, taskList } from '/shared/task-list.js';
import { topBar } from '/shared/top-bar.js';

const QUIET_MS = 60_000;
const KINDS = ['open', 'done', 'note'];
const box = (id) => document.getElementById(id);
let shown = KINDS.includes(new URLSearchParams(location.search).get('show')) ? new URLSearchParams(location.search).get('show') : 'open';
let answer = null;
let plan = null;

await loadWords();
translate();
document.title = `${t('task.page')} · ${t('app.name')}`;
put(box('tasks'), loading(4));
const me = await getMe().catch((problem) => {
  put(box('tasks'), failed(problem, () => location.reload()));
  throw problem;
});
topBar(box('top'), me, 'tasks');
const runs = ['planner', 'administrator'].includes(me.role);
const kept = keptNotes(me.userName, me.plan?.year);
kept.onChange(() => { if (answer) draw(); });
await read();
kept.flush().then(read);
setInterval(() => { if (!document.hidden) read(); }, QUIET_MS);

async function read() {
  try {
    [answer, plan] = await Promise.all([getJson('/api/tasks'), plan ?? Promise.all([getJson('/api/plan'), getJson('/api/base')])]);
    draw();
  } catch (problem) {
    if (!answer || problem.status === undefined) put(box('tasks'), failed(problem, read));
  }
  box('tasks').setAttribute('aria-busy', 'false');
}

function draw() {
  const [{ projects }, base] = plan;
  const of = (task) => (standing(task) === 'overdue' ? 'open' : standing(task));
  const here = answer.tasks.filter((task) => of(task) === shown);
  put(box('head'), el('div', null, el('h1', null, t('task.page'), me.demo && el('span', { class: 'demo' }, t('app.demo'))), el('p', { class: 'muted' }, t('task.counts', answer))),
    el('div', { class: 'tasks-tools segment', role: 'group', 'aria-label': t('task.page') }, KINDS.filter((kind) => runs || kind !== 'note').map((kind) => el('button', { type: 'button', 'aria-pressed': String(kind === shown), data: { show: kind }, on: { click: () => choose(kind) } },
      `${t(`task.show-${kind}`)} ${answer.tasks.filter((task) => of(task) === kind).length}`))));
  const names = {
    project: (number) => projects.find((p) => p.number === number)?.shortName ?? '',
    township: (code) => base.townships.features.find((f) => f.properties.code === code)?.properties.name ?? code,
  };
  put(box('tasks'), pendingList(kept.pending(), { again: () => kept.flush().then(read), edit: () => location.assign('/?meeting=1') }),
    here.length ? taskList(here, { names, zone: me.zone, runs, act: { change } }) : empty(t('task.empty'), t('task.empty-why')));
}

function choose(kind) {
  shown = kind;
  history.replaceState(null, '', kind === 'open' ? location.pathname : `?show=${kind}`);
  draw();
  box('head').querySelector(`[data-show="${kind}"]`).focus();
}

function change(task, kind) {
  return kept.send('/api/task-changes', { task: task.id, kind, text: null }).then(read);
}
