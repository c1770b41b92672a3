/** The outbox in the phone's store: marks are added, events are appended, photos go only after their receipt. */
import { fold, mayUndo, unsent } from './queue.js';
import { readAll, readOne, transact } from './db.js';

const channel = new BroadcastChannel('waymark-outbox');
const listeners = new Set();
channel.onmessage = ({ data }) => listeners.forEach((hear) => hear(data));

/** hear({kind: 'changed' | 'progress' | 'session', …}) whenever any tab or the worker did something. */
export function listen(hear) {
  listeners.add(hear);
  return () => listeners.delete(hear);
}

export function tell(message) {
  channel.postMessage(message);
  listeners.forEach((hear) => hear(message));
}

/**
 * One mark with its photos in one transaction. mark: {id, account, at, path, body: exact JSON text, photos: [sha256], title, …};
 * pictures: [{sha256, bytes, …}].
 */
export async function addMark(mark, pictures) {
  await transact(['reports', 'photos'], ({ reports, photos }) => {
    reports.add(mark);
    pictures.forEach((picture) => photos.put(picture));
  });
  tell({ kind: 'changed' });
}

/** Every item with its phase, oldest first. */
export async function readItems() {
  const [reports, events] = await Promise.all([readAll('reports'), readAll('events')]);
  return fold(reports, events);
}

export async function append(event) {
  await transact(['events'], ({ events }) => { events.add({ at: Date.now(), ...event }); });
  tell({ kind: 'changed' });
}

/** Says that sending begins; false where it was undone meanwhile. From here on undo is a counter-report. */
export function begin(id) {
  return unless(id, ['undone'], { report: id, kind: 'sending' }, (kinds) => kinds.has('sending'));
}

/** Takes back what was never sent; false where sending had begun. */
export async function undo(id) {
  const done = await unless(id, ['sending', 'undone'], { report: id, kind: 'undone' }, () => false);
  if (done) tell({ kind: 'changed' });
  return done;
}

/** Adds the event unless one of these kinds is there, in one transaction, so that no two tabs can disagree. */
function unless(id, kinds, event, already) {
  return transact(['events'], ({ events }, done) => {
    events.index('report').getAll(id).onsuccess = ({ target }) => {
      const known = new Set(target.result.map((e) => e.kind));
      if (kinds.some((kind) => known.has(kind))) return done(false);
      if (!already(known)) events.add({ at: Date.now(), ...event });
      return done(true);
    };
  });
}

/** After the receipt with the matching id and hashes: settles the item and lets go of photos that no other unsent item cites. */
export async function settle(item) {
  await transact(['reports', 'events', 'photos'], ({ reports, events, photos }) => {
    events.add({ at: Date.now(), report: item.id, kind: 'settled' });
    reports.getAll().onsuccess = ({ target: { result: marks } }) => {
      events.getAll().onsuccess = ({ target: { result: all } }) => {
        const cited = new Set(unsent(fold(marks, all)).flatMap((other) => other.photos));
        item.photos.filter((sha256) => !cited.has(sha256)).forEach((sha256) => photos.delete(sha256));
      };
    };
  });
  tell({ kind: 'changed' });
}

export const readPhoto = (sha256) => readOne('photos', sha256);
export { mayUndo, unsent };
