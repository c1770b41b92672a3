/**
 * Where on a route a position may lie: every pass of the line near it, never a lone nearest point.
 * Lines as in shared/measure.js: arrays of [lon, lat, m]. A pass is {m, offM}, both metres.
 */
const EARTH_M = 6371008.8;
const RAD = Math.PI / 180;

/** Passes nearer along the line than this are one. */
const APART_M = 30;

/** All local minima of the distance within reach, nearest first; two of them lie more than 30 m apart along the line. */
export function passesNear(lines, place, reachM) {
  const kept = [];
  for (const pass of minima(lines, place).filter((p) => p.offM <= reachM)) {
    if (kept.every((other) => Math.abs(other.m - pass.m) > APART_M)) kept.push(pass);
  }
  return kept;
}

/** Every local minimum however far, nearest first. */
export function minima(lines, place) {
  const found = lines.flatMap((line) => {
    const near = segments(line, place);
    return near.filter((p, i) => p.offM <= (near[i - 1]?.offM ?? Infinity) && p.offM <= (near[i + 1]?.offM ?? Infinity));
  });
  return found.sort((a, b) => a.offM - b.offM);
}

/** The nearest place between two measures; null where the route has nothing there. For handles that are dragged: it cannot jump to another pass. */
export function nearestBetween(lines, place, fromM, toM) {
  let best = null;
  for (const line of lines) {
    for (const pass of segments(line, place, fromM, toM)) if (!best || pass.offM < best.offM) best = pass;
  }
  return best;
}

/** The nearest place on each segment; with bounds, on the part of it between them. */
function segments(line, { lon, lat }, fromM = -Infinity, toM = Infinity) {
  const k = Math.cos(lat * RAD);
  const found = [];
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    if (b[2] < fromM || a[2] > toM) continue;
    const [dx, dy] = [(b[0] - a[0]) * k, b[1] - a[1]];
    const square = dx * dx + dy * dy;
    const span = b[2] - a[2] || 1;
    const [least, most] = [Math.max(0, (fromM - a[2]) / span), Math.min(1, (toM - a[2]) / span)];
    const along = square ? ((lon - a[0]) * k * dx + (lat - a[1]) * dy) / square : 0;
    const t = Math.max(least, Math.min(most, along));
    const offM = Math.hypot((lon - a[0]) * k - t * dx, lat - a[1] - t * dy) * RAD * EARTH_M;
    found.push({ m: a[2] + t * (b[2] - a[2]), offM });
  }
  return found;
}

/** Metres between two places, as on a plane; good for the length of a walk's step. */
export function distanceM(a, b) {
  const k = Math.cos(((a.lat + b.lat) / 2) * RAD);
  return Math.hypot((b.lon - a.lon) * k, b.lat - a.lat) * RAD * EARTH_M;
}
