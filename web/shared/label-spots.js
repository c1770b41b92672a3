/** Where a label may sit inside an area: far from every edge. */
import { boxOf, contains, toSegment } from './world.js';

const STEPS = 16;
const WORTH = 0.4;
/** A label is wide, so a distance up or down counts more than one to the side. */
const WIDE = 1.6;
const known = new WeakMap();

/**
 * Best first: [{x, y, room}], room = distance to the nearest edge, heights counted 1.6 times; at least one for any area.
 * `within` {minX, …} confines the search to a frame, whose edges count as well.
 */
export function labelSpots(polygons, within = null) {
  if (within) return search(polygons, within);
  if (!known.has(polygons)) known.set(polygons, search(polygons, null));
  return known.get(polygons);
}

function search(polygons, within) {
  const rings = polygons.flat().map((ring) => ring.map(([x, y]) => [x, y * WIDE]));
  const outer = boxOf(rings);
  const frame = within && { minX: within.minX, maxX: within.maxX, minY: within.minY * WIDE, maxY: within.maxY * WIDE };
  const box = frame ? meet(outer, frame) : outer;
  const spots = [];
  for (let i = 1; i < STEPS; i++) {
    for (let j = 1; j < STEPS; j++) {
      const point = [box.minX + ((box.maxX - box.minX) * i) / STEPS, box.minY + ((box.maxY - box.minY) * j) / STEPS];
      if (!contains([rings], point)) continue;
      spots.push({ x: point[0], y: point[1] / WIDE, room: Math.min(toRings(point, rings), frame ? toFrame(point, frame) : Infinity) });
    }
  }
  spots.sort((a, b) => b.room - a.room);
  return spots.filter((spot) => spot.room >= spots[0].room * WORTH);
}

const meet = (a, b) => ({ minX: Math.max(a.minX, b.minX), maxX: Math.min(a.maxX, b.maxX), minY: Math.max(a.minY, b.minY), maxY: Math.min(a.maxY, b.maxY) });

const toFrame = ([x, y], { minX, maxX, minY, maxY }) => Math.min(x - minX, maxX - x, y - minY, maxY - y);

function toRings(point, rings) {
  let least = Infinity;
  for (const ring of rings) for (let k = 1; k < ring.length; k++) least = Math.min(least, toSegment(point, ring[k - 1], ring[k]));
  return least;
}
