/** What a mark would add, before it is sent. Metres are rounded to decimetres once, as the server does; nothing passes the design. */
import { intersect, lengthOf, subtract, union } from '/shared/ranges.js';

const dm = (m) => Math.round(m * 10) / 10;

/** An end moved by a step, kept on the line and 1 m from the other end. */
export function stepped(range, end, byM, lengthM) {
  const moved = { ...range, [end]: dm(range[end] + byM) };
  if (end === 'from') moved.from = Math.max(0, Math.min(moved.from, moved.to - 1));
  else moved.to = Math.min(lengthM, Math.max(moved.to, moved.from + 1));
  return moved;
}

/** Two measures in any order as a range on the line. */
export function rangeOf(a, b, lengthM) {
  const [from, to] = [a, b].map((m) => dm(Math.max(0, Math.min(lengthM, m)))).sort((x, y) => x - y);
  return { from, to };
}

/**
 * range {from, to}; known: reported ranges with those of mine that wait; all [[from, to]…] in metres.
 * → {newM, overlapM, afterM, afterPercent, fresh: ranges that are new}
 */
export function lineEffect(lengthM, range, known) {
  const asked = intersect([[range.from, range.to]], [[0, lengthM]]);
  const done = intersect(union(known), [[0, lengthM]]);
  const fresh = subtract(asked, done);
  const afterM = dm(lengthOf(union(done, asked)));
  return {
    newM: dm(lengthOf(fresh)), overlapM: dm(lengthOf(asked) - lengthOf(fresh)), afterM, fresh,
    afterPercent: Math.min(100, lengthM ? (100 * afterM) / lengthM : 0),
  };
}

/** A point's checklist: components settled, done or not needed, of those required. */
export function pointEffect(components, settled, chosen) {
  const after = new Set([...settled, ...chosen]);
  return { added: chosen.filter((c) => !settled.includes(c)).length, after: after.size, of: components.length };
}

/** A polygon's cumulative quantity: how much it adds, and whether it fits. */
export function areaEffect(design, before, quantity) {
  if (!(quantity >= 0)) return { fault: 'form' };
  if (quantity > design) return { fault: 'above-design' };
  return { added: quantity - before, falls: quantity < before, afterPercent: design ? (100 * quantity) / design : 0 };
}

/** Square metres of a ring of [lon, lat], by the spherical excess along each edge. */
export function ringAreaM2(ring) {
  const rad = Math.PI / 180;
  let sum = 0;
  ring.forEach(([lon, lat], i) => {
    const [lon2, lat2] = ring[(i + 1) % ring.length];
    sum += (lon2 - lon) * rad * (2 + Math.sin(lat * rad) + Math.sin(lat2 * rad));
  });
  return Math.abs((sum * 6378137 * 6378137) / 2);
}
