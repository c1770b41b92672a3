/** The review desk: a queue, one report at a time with its evidence, one key press per decision. */
import { getJson, getMe } from '/shared/api.js';
import { put } from '/shared/dom.js';
import { loadWords, t, translate } from '/shared/i18n.js';
import { topBar } from '/shared/top-bar.js';
import { empty, failed, loading } from '/shared/state.js';
import { desk } from './desk.js';
import { createQueue } from './queue.js';
import { startQueueHead } from './queue-head.js';
import { drawQueue } from './queue-view.js';
import { startCase } from './case.js';
import { startKeys } from './keys.js';
import { startPanes } from './panes.js';
import { drawTally } from './tally.js';
import { keepFresh } from './keep-fresh.js';

const rows = document.getElementById('queue');
await loadWords();
translate();
document.title = `${t('nav.review')} · ${t('app.name')}`;
put(rows, loading(8));
desk.me = await getMe();
const bar = topBar(document.getElementById('top'), desk.me, 'review');
await begin();

/** Plan and ground must be there; progress only tells deadlines, so the desk works without it. */
async function begin() {
  try {
    [desk.plan, desk.base, desk.progress] = await Promise.all([
      getJson('/api/plan'), getJson('/api/base'), getJson('/api/progress').catch(() => null)]);
  } catch (problem) {
    put(rows, problem.status === 404 ? empty(t('review.no-plan'), t('review.no-plan-why')) : failed(problem, begin));
    return;
  }
  const queue = createQueue(desk);
  const one = startCase(queue);
  const head = startQueueHead(document.getElementById('queue-head'), queue);
  queue.onChange(() => {
    drawQueue(rows, queue, one.open);
    head.draw();
    if (queue.list === 'queue') bar.setQueue(queue.total);
  });
  queue.onReload(() => one.openFirst());
  startPanes();
  startKeys(queue, one);
  drawTally(document.getElementById('tally'));
  const reading = queue.load();
  keepFresh(queue, one);
  await reading;
}
