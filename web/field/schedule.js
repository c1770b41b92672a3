/** When an open page sends: after a mark, when the line comes back, when the page is looked at, and by a timer. */
import { flush, tryNow } from './sender.js';
import { backoffMs } from './queue.js';
import { askForSync } from './background.js';
import { readValue, remove } from './db.js';
import { change } from './state.js';

let timer = null;
let broken = 0;
let running = null;
let started = false;

/** Runs at once; a second call while it runs makes it look again afterwards. */
export async function sendNow() {
  clearTimeout(timer);
  if (running) return running.then(sendNow);
  running = flush().finally(() => { running = null; });
  const outcome = await running;
  broken = outcome === 'line' ? broken + 1 : 0;
  change({ online: outcome === 'line' ? false : navigator.onLine });
  if (outcome === 'line') plan(backoffMs(broken, Math.random()));
  else if (outcome?.waitMs) plan(outcome.waitMs + 50);
  else if (outcome === 'elsewhere') plan(30_000);
  return outcome;
}

function plan(ms) {
  clearTimeout(timer);
  timer = setTimeout(sendNow, ms);
}

/** Something was added: the browser may also send it after the page is gone. */
export function sendSoon() {
  askForSync();
  return sendNow();
}

/** An account that was disabled may be back, with the same token; the server is asked once at every start and whenever the line comes back. */
async function askAgain() {
  tryNow();
  if ((await readValue('trouble'))?.code === 'account-disabled') await remove('values', 'trouble');
  await sendNow();
  if (!(await readValue('trouble'))) change({ trouble: null });
}

export function startSending() {
  if (started) return askAgain();
  started = true;
  addEventListener('online', askAgain);
  addEventListener('offline', () => change({ online: false }));
  document.addEventListener('visibilitychange', () => { if (!document.hidden) sendNow(); });
  return askAgain();
}
