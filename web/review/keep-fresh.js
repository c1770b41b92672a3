/** Keeps an open desk true while others work: new reports come in, verdicts of others take theirs out. */
import { listenLive } from '/shared/live.js';
import { oneAtATime } from '/shared/one-at-a-time.js';

/** Beside the live stream, for when it is down. */
const QUIET_MS = 60_000;
const SOON_MS = 500;
const AGAIN_MS = 5000;

export function keepFresh(queue, one) {
  const refresh = oneAtATime(async () => {
    if (document.hidden) return;
    if (queue.busy) {
      setTimeout(refresh, SOON_MS);
      return;
    }
    try {
      const moved = await queue.refresh();
      if (moved) one.open(queue.openId, false);
      else if (!queue.openId && queue.entries.length) one.openFirst();
    } catch {
      // the queue stays as it is until then
      setTimeout(refresh, AGAIN_MS);
    }
  });
  listenLive(({ projects }) => { if (projects?.length !== 0) refresh(); });
  setInterval(refresh, QUIET_MS);
  document.addEventListener('visibilitychange', refresh);
}
