/**
 * The live stream. It says that something moved, never what: whoever hears a state that is new to them reads anew. Pages keep a slow poll
 * beside it, so that without a stream they are late, not wrong.
 */
import { readEvents } from './event-stream.js';

/** The server gives a sign of life every 15 s. */
const QUIET_MS = 40_000;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Listens while the page is looked at, and again after each break.
 * onState({progress, published, projects}): when the stream opens, also after a break, and after each change; projects are the numbers of those that
 * changed since the state heard last, null = it may be any; without sign-in there is only `published`.
 * headers(): of each request; null = do not listen now, until again() is called.
 * address: of the stream; a screen has one of its own.
 * → {again, stop}
 */
export function listenLive(onState, headers = () => ({}), address = '/live') {
  let known = null;
  let broken = 0;
  let current = null;
  let timer = null;
  let stopped = false;

  async function listen() {
    clearTimeout(timer);
    timer = null;
    const extra = stopped || document.hidden ? null : headers();
    if (current && (!extra || extra.Authorization !== current.as)) current.abort();
    if (!extra || current) return undefined;
    const mine = current = Object.assign(new AbortController(), { as: extra.Authorization });
    let failure = null;
    try {
      await readEvents(address, { headers: known ? { ...extra, 'Last-Event-ID': known } : extra, signal: mine.signal, quietMs: QUIET_MS }, hear);
    } catch (fault) {
      failure = fault;
    }
    current = null;
    return mine.signal.aborted ? listen() : comeBack(failure);
  }

  function hear({ id, event, data }) {
    broken = 0;
    if (event !== 'state') return;
    known = id;
    onState(JSON.parse(data));
  }

  /** A stream that ended as it should is opened again soon; all readers of a server that stopped do not come back at one moment. */
  function comeBack(failure) {
    if (failure) broken += 1;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** broken, LONGEST_PAUSE_MS);
    timer = setTimeout(listen, Math.max(pause * (0.5 + Math.random() / 2), (failure?.retryAfter ?? 0) * 1000));
  }

  /** headers() may say otherwise now; a pause after a failure is kept. */
  function again() {
    if (timer === null) listen();
  }

  function hurry() {
    broken = 0;
    listen();
  }

  function stop() {
    stopped = true;
    document.removeEventListener('visibilitychange', hurry);
    removeEventListener('online', hurry);
    listen();
  }

  document.addEventListener('visibilitychange', hurry);
  addEventListener('online', hurry);
  listen();
  return { again, stop };
}
