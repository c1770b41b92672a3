/** Sending while no page is open, where the browser has background sync; elsewhere a page sends when it is opened. */
import { flushAfterOthers } from './sender.js';

/** Rejects where something is left, so that the browser wakes the worker again. */
export async function flushInBackground() {
  const outcome = await flushAfterOthers();
  if (outcome === 'line' || outcome?.waitMs) throw new Error('the line is down');
}

/** Asks the browser to wake the worker when there is a line; quietly does nothing where it cannot. */
export async function askForSync() {
  try {
    const registration = await navigator.serviceWorker?.ready;
    await registration?.sync?.register('waymark-outbox');
  } catch {
    // not granted or not there: the open page tries by itself
  }
}
