/** The published facts of one year, asked for again while the page is looked at; reads nothing but /api/published. */
import { getJson } from '/shared/api.js';
import { listenLive } from '/shared/live.js';

const AGAIN_MS = 60_000;

/** /p/ → {}, /p/18 → {number}, /p/2026/18 → {year, number}; ?year=2025 for the list of another year. */
export function address() {
  const parts = location.pathname.split('/').filter(Boolean).slice(1).map(Number);
  const [year, number] = parts.length === 2 ? parts : [null, parts[0] ?? null];
  return { year: year ?? (Number(new URLSearchParams(location.search).get('year')) || null), number };
}

/** {facts, years}; facts is null where nothing is published. */
export async function readFacts(wanted) {
  const { years, current } = await getJson('/api/published');
  const year = wanted ?? (years.includes(current) ? current : years[0] ?? current);
  try {
    return { facts: await getJson(`/api/published/${year}`), years };
  } catch (problem) {
    if (problem.status !== 404) throw problem;
    return { facts: null, years };
  }
}

/** Calls `read` when something was published or withdrawn; without the stream every minute in sight, and whenever the page comes back into sight. */
export function keepReading(read) {
  let heard = null;
  listenLive(({ published }) => {
    if (published !== heard) read();
    heard = published;
  });
  setInterval(() => { if (!document.hidden) read(); }, AGAIN_MS);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) read(); });
  addEventListener('online', read);
}
