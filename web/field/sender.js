/** Empties the outbox: one sender across all tabs and the worker, one thing at a time, oldest first, reports before photos. */
import { append, begin, readItems, readPhoto, settle, tell } from './outbox.js';
import { backoffMs, nextJob, nextTry } from './queue.js';
import { call } from './line.js';
import { codeOf, isSettled, verdictOnReport } from './verdict.js';
import { sendPhoto } from './send-photo.js';
import { readValue, writeValue } from './db.js';

/** Not stored: after a restart everything may be tried at once. */
const notBefore = new Map();
const failures = new Map();

/**
 * Sends until nothing is left or the line ends. → 'done' | 'line' | 'signed-out' | 'elsewhere' (another tab sends) | {waitMs} (something is to be
 * tried again later).
 */
export function flush() {
  return navigator.locks.request('waymark-sender', { ifAvailable: true }, (lock) => (lock ? send() : 'elsewhere'));
}

/** The same, once whoever sends just now has ended: an open page may be closed while it sends. */
export const flushAfterOthers = () => navigator.locks.request('waymark-sender', send);

async function send() {
  for (;;) {
    if (navigator.onLine === false) return 'line'; // not even begun: what is undone now was never sent
    const device = await readValue('device');
    if (!device || await readValue('trouble')) return 'signed-out';
    const items = await readItems();
    const job = nextJob(items, device.account.username, Date.now(), notBefore);
    if (!job) {
      const waitMs = nextTry(items, device.account.username, Date.now(), notBefore);
      return waitMs === null ? 'done' : { waitMs };
    }
    tell({ kind: 'progress', report: job.item.id, sent: 0, total: 0 });
    const verdict = await act(job, device.token);
    tell({ kind: 'progress', report: null });
    if (verdict === 'line' || verdict === 'signed-out') return verdict;
    if (verdict === 'again') later(job.key);
    else failures.delete(job.key);
  }
}

const act = (job, token) => ({ report: sendReport, photo: sendOne, settle: confirm })[job.kind](job, token);

async function sendReport({ item }, token) {
  if (!(await begin(item.id))) return 'done';
  const answer = await call('PUT', item.path, { token, json: item.body, headers: { 'Device-Time': new Date().toISOString() } });
  const verdict = verdictOnReport(answer, item.id);
  if (verdict === 'received') await append({ report: item.id, kind: 'receipt', receivedAt: answer.json.receivedAt ?? null });
  if (verdict === 'refused') await append({ report: item.id, kind: 'refused', problem: told(answer) });
  return closing(verdict, answer);
}

async function sendOne({ item, sha256 }, token) {
  const picture = await readPhoto(sha256);
  if (!picture) {
    await append({ report: item.id, kind: 'photo-refused', sha256, problem: { code: 'photo-lost' } });
    return 'refused';
  }
  const moved = async (sent, total) => {
    tell({ kind: 'progress', report: item.id, sha256, sent, total });
    if (!sent || item.partly.has(sha256)) return;
    item.partly.add(sha256);
    await append({ report: item.id, kind: 'photo-part', sha256 });
  };
  const { verdict, answer } = await sendPhoto(token, picture, item.partly.has(sha256), moved);
  if (verdict === 'received') await append({ report: item.id, kind: 'photo', sha256 });
  if (verdict === 'refused') await append({ report: item.id, kind: 'photo-refused', sha256, problem: told(answer) });
  return closing(verdict, answer);
}

/** Asks for the report once more: only what the server itself lists with these photos may be let go. */
async function confirm({ item }, token) {
  if (!item.photos.length) return settle(item);
  const answer = await call('GET', item.path, { token });
  if (answer.status === 200 && answer.json) {
    if (!isSettled(answer.json, item.id, item.photos)) return 'again';
    return settle(item);
  }
  const verdict = verdictOnReport(answer, item.id);
  return verdict === 'refused' ? 'again' : closing(verdict, answer);
}

async function closing(verdict, answer) {
  if (verdict === 'signed-out') {
    await writeValue('trouble', { code: codeOf(answer), detail: answer.json?.detail ?? '', at: Date.now() });
    tell({ kind: 'session' });
  }
  return verdict;
}

const told = (answer) => ({ code: codeOf(answer), detail: answer.json?.detail ?? '', faults: answer.json?.faults ?? [] });

function later(key) {
  const count = (failures.get(key) ?? 0) + 1;
  failures.set(key, count);
  notBefore.set(key, Date.now() + backoffMs(count, Math.random()));
}

/** Somebody pressed 重试, or the line came back: nothing waits any longer. */
export function tryNow() {
  notBefore.clear();
}
