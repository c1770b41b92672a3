/** The service worker that keeps the app's files; a new build waits until the crew agrees, and never touches the outbox. */
import { change } from './state.js';

export async function startShell() {
  if (!navigator.serviceWorker) return change({ shellFault: 'none' });
  const before = navigator.serviceWorker.controller;
  let reloading = false;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!before || reloading) return;
    reloading = true;
    location.reload();
  });
  try {
    const registration = await navigator.serviceWorker.register('/field/service-worker.js', { scope: '/field/', type: 'module', updateViaCache: 'none' });
    follow(registration);
    document.addEventListener('visibilitychange', () => { if (!document.hidden) registration.update().catch(() => {}); });
  } catch (fault) {
    if (navigator.onLine && !before) change({ shellFault: fault.message });
  }
}

function follow(registration) {
  const offer = () => { if (registration.waiting && navigator.serviceWorker.controller) change({ update: registration.waiting }); };
  offer();
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer));
}

/** The page reloads with the new files as soon as the new worker has taken over. */
export const takeUpdate = (worker) => worker.postMessage('take-over');
