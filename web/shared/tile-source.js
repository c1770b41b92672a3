/** Fetches vector tiles and keeps them read; what is stale is shown until the new one is there. */
import { readTile } from './vector-tile.js';

const AT_ONCE = 6;
const KEPT = 400;
const ONE_LOOK_MS = 100;
/** What could not be had is asked for again, later each time. */
const AGAIN_MS = 4000;
const AGAIN_AT_MOST_MS = 20_000;
const GIVE_UP_MS = 60_000;
const HALF_WORLD_M = 20037508.342789244;
/** Features reach into neighbouring tiles. */
const REACH = 0.125;

/**
 * address(place) → URL, place = {layer, z, x, y}; heard(place) when a tile came that was not there or is another than before, could not be had, or may be
 * asked for again.
 * → {find(place), best(place), awaits(place), missing(place), busy(), stale(boxes), clear(), fetched()}
 */
export function tileSource(address, heard) {
  let kept = new Map();
  let waiting = [];
  let running = 0;
  let fetched = 0;
  let look = 0;
  let askedAt = 0;

  function find(place) {
    const key = keyOf(place);
    const known = kept.get(key);
    if (known) {
      kept.delete(key); // the newest used stand last
      kept.set(key, known);
      if (known.againAt && Date.now() >= known.againAt) ask(place, known);
      return known.features;
    }
    ask(place, { features: null });
    return null;
  }

  /** The tile, or until it comes the nearest one around it that is there: {features, place}; null = nothing. */
  function best(place) {
    const features = find(place);
    if (features) return { features, place };
    for (let up = 1; up <= 5 && place.z - up >= 9; up++) {
      const parent = { ...place, z: place.z - up, x: place.x >> up, y: place.y >> up };
      const known = kept.get(keyOf(parent));
      if (known?.features) return { features: known.features, place: parent };
    }
    return null;
  }

  /** Whether the tile was asked for and is not there yet. */
  function awaits(place) {
    const known = kept.get(keyOf(place));
    return Boolean(known && !known.features && !known.againAt);
  }

  /** Whether the tile could not be had when last an answer came; another that is shown in its place is no answer. */
  const missing = (place) => Boolean(kept.get(keyOf(place))?.failures);

  function ask(place, entry) {
    entry.againAt = 0;
    entry.turn = (entry.turn ?? 0) + 1;
    kept.set(keyOf(place), entry);
    for (const key of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(key);
    }
    const now = performance.now();
    if (now - askedAt > ONE_LOOK_MS) look += 1;
    askedAt = now;
    waiting.push({ place, entry, turn: entry.turn, look });
    pump();
  }

  /** What was asked for last is looked at now; of one look the first, which is the middle. */
  function pump() {
    while (running < AT_ONCE && waiting.length) {
      const { look: newest } = waiting.at(-1);
      const [{ place, entry, turn }] = waiting.splice(waiting.findIndex((one) => one.look === newest), 1);
      if (kept.get(keyOf(place)) === entry && entry.turn === turn) fetchOne(place, entry);
    }
  }

  async function fetchOne(place, entry) {
    const { turn } = entry;
    running += 1;
    const answer = await bytesAt(address(place)).catch(() => null);
    running -= 1;
    pump(); // the next is under way while this one is read
    if (kept.get(keyOf(place)) !== entry || entry.turn !== turn) return;
    if (answer) fetched += 1;
    if (answer && entry.features && !entry.failures && answer.tag && answer.tag === entry.tag) return;
    try {
      Object.assign(entry, { features: readTile(answer.bytes, place)[place.layer] ?? [], tag: answer.tag, failures: 0 });
    } catch {
      fail(place, entry);
    }
    heard(place);
  }

  /** Whoever still shows the place finds it again when its time has come. */
  function fail(place, entry) {
    const pause = Math.min(AGAIN_MS * 2 ** (entry.failures ?? 0), AGAIN_AT_MOST_MS) * (0.75 + Math.random() / 2);
    Object.assign(entry, { failures: (entry.failures ?? 0) + 1, againAt: Date.now() + pause });
    setTimeout(() => { if (entry.againAt && kept.get(keyOf(place)) === entry) heard(place); }, pause + 20);
  }

  addEventListener('online', () => {
    for (const [key, entry] of kept) if (entry.againAt) { entry.againAt = 1; heard(placeOf(key)); }
  });

  /** boxes: [[minX, minY, maxX, maxY], …] in Web-Mercator metres, null = anywhere. */
  function stale(boxes) {
    for (const [key, entry] of kept) {
      const place = placeOf(key);
      if (!boxes || boxes.some((box) => meets(place, box))) ask(place, entry);
    }
  }

  function clear() {
    kept = new Map();
    waiting = [];
  }

  return { find, best, awaits, missing, busy: () => running + waiting.length > 0, stale, clear, fetched: () => fetched };
}

async function bytesAt(url) {
  const answer = await fetch(url, { credentials: 'same-origin', signal: AbortSignal.timeout(GIVE_UP_MS) });
  if (!answer.ok) throw new Error(`tile ${answer.status}`);
  return { tag: answer.headers.get('ETag'), bytes: await answer.arrayBuffer() };
}

const keyOf = ({ layer, z, x, y }) => `${layer}/${z}/${x}/${y}`;

function placeOf(key) {
  const [layer, ...numbers] = key.split('/');
  const [z, x, y] = numbers.map(Number);
  return { layer, z, x, y };
}

function meets({ z, x, y }, [minX, minY, maxX, maxY]) {
  const fraction = (m) => ((m + HALF_WORLD_M) / (2 * HALF_WORLD_M)) * 2 ** z;
  const [west, east] = [fraction(minX), fraction(maxX)];
  const [north, south] = [2 ** z - fraction(maxY), 2 ** z - fraction(minY)];
  return west <= x + 1 + REACH && x - REACH <= east && north <= y + 1 + REACH && y - REACH <= south;
}
