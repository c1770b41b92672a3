/** The board's files: the server's if it answers, else as they were last. Figures never come from here. */
const CACHE = 'waymark-board-1';
const FILES = [/^\/board\/$/, /^\/board\/[\w-]+\.js$/, /^\/(shared|styles|i18n)\//, /^\/api\/published\/photos\//];
const WAIT_MS = 5000;

const isFile = (url) => url.origin === self.location.origin && FILES.some((pattern) => pattern.test(url.pathname));
/** The page is one, whatever it is asked to show. */
const keyOf = (url) => url.origin + url.pathname;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => event.waitUntil(keepAll(event.data.map((name) => new URL(name)).filter(isFile))));

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === 'GET' && isFile(url)) event.respondWith(fromServerOrKept(event.request, url));
});

async function keepAll(urls) {
  const cache = await caches.open(CACHE);
  await Promise.all(urls.map(async (url) => {
    if (!(await cache.match(keyOf(url)))) await cache.add(keyOf(url)).catch(() => {});
  }));
}

async function fromServerOrKept(request, url) {
  const cache = await caches.open(CACHE);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(WAIT_MS) });
    if (answer.ok) await cache.put(keyOf(url), answer.clone());
    if (answer.ok || answer.status < 500) return answer;
    throw new Error(String(answer.status));
  } catch (error) {
    const kept = await cache.match(keyOf(url));
    if (kept) return kept;
    throw error;
  }
}
