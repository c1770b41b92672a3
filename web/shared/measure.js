/**
 * Measures along a line in the browser: the picture of a range, never the record of it.
 * A line is [[x, y, m], …] parts with m = metres of chainage, rising; a range is [from, to) in metres.
 */

/** K0+350 for 350 m; K1+120.5 keeps a decimetre. */
export function station(metres) {
  const decimetres = Math.round(metres * 10);
  const km = Math.floor(decimetres / 10000);
  const rest = decimetres - km * 10000;
  const whole = String(Math.floor(rest / 10)).padStart(3, '0');
  return `K${km}+${whole}${rest % 10 ? `.${rest % 10}` : ''}`;
}

/** K0+350–K1+120, with an en dash. */
export const stationRange = ([from, to]) => `${station(from)}–${station(to)}`;

/** Merged and in order; touching ranges become one. */
export function union(ranges) {
  const sorted = ranges.filter(([from, to]) => to > from).map((r) => [...r]).sort((a, b) => a[0] - b[0]);
  return sorted.reduce((merged, range) => {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else merged.push(range);
    return merged;
  }, []);
}

/** What of `ranges` is in none of `taken`. */
export function minus(ranges, taken) {
  return union(taken).reduce((left, [from, to]) => left.flatMap(([a, b]) =>
    [[a, Math.min(b, from)], [Math.max(a, to), b]].filter(([x, y]) => y > x)), union(ranges));
}

/** What `ranges` share with `within`. */
export function common(ranges, within) {
  return minus(ranges, minus([[-Infinity, Infinity]], within));
}

export const total = (ranges) => union(ranges).reduce((sum, [from, to]) => sum + to - from, 0);

/** The part of the line between two measures, as parts; ends are interpolated, vertices between kept. */
export function cut(parts, [from, to]) {
  const pieces = [];
  for (const part of parts) {
    if (part.at(-1)[2] <= from || part[0][2] >= to) continue;
    const piece = [];
    if (part[0][2] < from) piece.push(between(part, from));
    for (const vertex of part) if (vertex[2] >= from && vertex[2] <= to) piece.push(vertex);
    if (part.at(-1)[2] > to) piece.push(between(part, to));
    if (piece.length > 1) pieces.push(piece);
  }
  return pieces;
}

/** {x, y, angle} at a measure; angle in radians of the line's direction in x/y. Null outside the line and in its gaps. */
export function locate(parts, m) {
  for (const part of parts) {
    if (m < part[0][2] || m > part.at(-1)[2]) continue;
    const i = segment(part, m);
    const [a, b] = [part[i], part[i + 1]];
    const [x, y] = between(part, m);
    return { x, y, angle: Math.atan2(b[1] - a[1], b[0] - a[0]) };
  }
  return null;
}

/** The measures where planned, reported and verified change, without the line's own ends. */
export function changes(length, ...sets) {
  const cuts = new Set(sets.flatMap((ranges) => union(ranges).flat()));
  return [...cuts].filter((m) => m > 0 && m < length).sort((a, b) => a - b);
}

function between(part, m) {
  const i = segment(part, m);
  const [a, b] = [part[i], part[i + 1]];
  const share = b[2] === a[2] ? 0 : (m - a[2]) / (b[2] - a[2]);
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, m];
}

/** Index of the vertex that starts the segment holding m. */
function segment(part, m) {
  let [low, high] = [0, part.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (part[middle][2] <= m) low = middle;
    else high = middle - 1;
  }
  return low;
}
