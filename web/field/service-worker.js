/**
 * Keeps the app's own files, so that it opens without a network. The server writes BUILD above this text: {id, files: [[address, hash], …]}.
 * It never touches the outbox, except to send from it when the browser wakes it for that.
 */
import { flushInBackground } from './background.js';

const CACHE = `waymark-shell-${BUILD.id}`;
const KNOWN = new Map(BUILD.files);

addEventListener('install', (event) => event.waitUntil(keepFiles()));
addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
addEventListener('sync', (event) => { if (event.tag === 'waymark-outbox') event.waitUntil(flushInBackground()); });
addEventListener('message', (event) => { if (event.data === 'take-over') skipWaiting(); });

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (KNOWN.has(url.pathname)) event.respondWith(kept(url.pathname, request));
});

/** A file whose content is not what the list says ends the installation: a half-updated app must not start. */
async function keepFiles() {
  const cache = await caches.open(CACHE);
  await Promise.all(BUILD.files.map(async ([address, hash]) => {
    const answer = await fetch(address, { cache: 'no-cache', credentials: 'omit' });
    if (!answer.ok) throw new Error(`${address}: HTTP ${answer.status}`);
    const bytes = await answer.clone().arrayBuffer();
    if (!(await sha256(bytes)).startsWith(hash)) throw new Error(`${address} is of another build`);
    await cache.put(address, answer);
  }));
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('waymark-shell-') && name !== CACHE).map((name) => caches.delete(name)));
  await clients.claim();
}

async function kept(address, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(address)) ?? fetch(request);
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((b) => b.toString(16).padStart(2, '0')).join('');
}
