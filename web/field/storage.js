/** Asks the browser not to clear the phone's store, and says how full it is. */
import { change, state } from './state.js';

/** persisted: true, false (refused: the browser may clear it when the phone is full), or null where it cannot say. */
export async function checkStorage() {
  const store = navigator.storage;
  if (!store?.persist) return;
  const persisted = (await store.persisted()) || (await store.persist());
  const { usage, quota } = (await store.estimate?.()) ?? {};
  change({ persisted, usage, quota });
}

/** Under 5 % or 50 MB free there is little room for photos. */
export const nearlyFull = () => state.quota > 0 && (state.quota - state.usage < 50e6 || state.usage / state.quota > 0.95);
