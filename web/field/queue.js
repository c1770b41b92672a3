/**
 * What stands in the outbox, folded from what only ever is appended: reports and events.
 * report: {id, seq, account, at, body, photos: [sha256], …}. event: {report, kind, at, …}, kinds:
 * sending, receipt {receivedAt}, refused {problem}, released, undone, superseded (a parked one, mended as a new report), photo-part {sha256} (the first
 * of several parts is there), photo {sha256}, photo-refused {sha256, problem}, settled, state {state}.
 */

/**
 * → [{…report, phase, sending, problem, arrived: Set, partly: Set, state}] oldest first. phase: waiting, received, done, parked, undone,
 * replaced (received without a photo that cannot be had, and mended as a new report).
 */
export function fold(reports, events) {
  const items = new Map(reports.map((r) => [r.id, { ...r, phase: 'waiting', begun: false, problem: null, arrived: new Set(), partly: new Set(), state: null }]));
  for (const event of [...events].sort((a, b) => a.n - b.n)) {
    const item = items.get(event.report);
    if (item) apply(item, event);
  }
  return [...items.values()].sort((a, b) => a.seq - b.seq);
}

function apply(item, event) {
  switch (event.kind) {
    case 'sending': item.begun = true; break;
    case 'receipt': Object.assign(item, { phase: 'received', problem: null, receivedAt: event.receivedAt ?? event.at }); break;
    case 'refused': case 'photo-refused': Object.assign(item, { phase: 'parked', problem: { ...event.problem, sha256: event.sha256 } }); break;
    case 'released': if (item.phase === 'parked') Object.assign(item, { phase: item.receivedAt ? 'received' : 'waiting', problem: null }); break;
    case 'undone': if (!item.receivedAt) item.phase = 'undone'; break;
    case 'superseded': stepAside(item); break;
    case 'photo-part': item.partly.add(event.sha256); break;
    case 'photo': item.arrived.add(event.sha256); break;
    case 'settled': if (item.phase !== 'undone') Object.assign(item, { phase: 'done', problem: null }); break;
    case 'state': item.state = event.state; break;
    default: break;
  }
}

/** What came to the server meanwhile stays what it is. */
function stepAside(item) {
  if (!item.receivedAt) item.phase = 'undone';
  else if (item.phase === 'parked') Object.assign(item, { phase: 'replaced', problem: null });
}

/** Not yet on the server, as far as this phone has a receipt for; parked ones too. */
export const unsent = (items) => items.filter((i) => ['waiting', 'received', 'parked'].includes(i.phase));

/** Those of them that a crew counts: raw walks go along unseen. */
export const unsentMarks = (items) => unsent(items).filter((item) => item.type !== 'walk');

/** Undo is undo only before any byte may have left. */
export const mayUndo = (item) => item.phase === 'waiting' && !item.begun;

/**
 * The next thing to send for an account: reports before photos, oldest first; parked ones and those that wait for another try are passed over.
 * notBefore: Map of job key → milliseconds. → {kind: 'report' | 'photo' | 'settle', item, sha256?, key} or null.
 */
export function nextJob(items, account, now, notBefore = new Map()) {
  const own = items.filter((item) => item.account === account);
  const ready = (job) => (notBefore.get(job.key) ?? 0) <= now;
  const jobs = [
    ...own.filter((i) => i.phase === 'waiting').map((item) => ({ kind: 'report', item, key: item.id })),
    ...own.filter((i) => i.phase === 'received').flatMap(photosOf),
  ];
  return jobs.find(ready) ?? null;
}

function photosOf(item) {
  const left = item.photos.filter((sha256) => !item.arrived.has(sha256));
  if (!left.length) return [{ kind: 'settle', item, key: `settle ${item.id}` }];
  return left.map((sha256) => ({ kind: 'photo', item, sha256, key: sha256 }));
}

/** Milliseconds until the earliest job that only waits for another try; null where nothing waits. */
export function nextTry(items, account, now, notBefore) {
  const times = [...notBefore.values()].filter((at) => at > now);
  return times.length && unsent(items).some((i) => i.account === account && i.phase !== 'parked') ? Math.min(...times) - now : null;
}

/** 2 s, 4 s, … up to 5 minutes, with up to a quarter more so that a village does not call at once. random: 0…1. */
export function backoffMs(failures, random) {
  return Math.min(300_000, 1000 * 2 ** Math.min(failures, 9)) * (1 + random / 4);
}
