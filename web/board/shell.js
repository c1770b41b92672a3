/** Keeps the page itself, so that a screen that starts while the server is gone is not white. Needs HTTPS or loopback. */
const SETTLED_MS = 10000;

export async function keepShell() {
  if (!navigator.serviceWorker) return;
  try {
    await navigator.serviceWorker.register('/board/service-worker.js');
    const { active } = await navigator.serviceWorker.ready;
    // what was loaded before the worker was there
    const loaded = () => performance.getEntriesByType('resource').map((entry) => entry.name).concat(location.href);
    active.postMessage(loaded());
    setTimeout(() => active.postMessage(loaded()), SETTLED_MS);
  } catch (error) {
    console.warn('the page is not kept', error.message);
  }
}
