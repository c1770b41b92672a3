/** Web Mercator as fractions of the world, 0…1 from the north-west: one multiplication away from any zoom's pixels. */
export const WORLD_PX = 256;

/** [lon, lat] in degrees → [x, y]. */
export function toWorld([lon, lat]) {
  const sin = Math.sin((lat * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)];
}

/** Pixels of the whole world at a zoom. */
export const worldSize = (zoom) => WORLD_PX * 2 ** zoom;

/** The rings of a Polygon or MultiPolygon in world fractions, outer ring first in each polygon. */
export function worldPolygons(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings.map((ring) => ring.map(toWorld)));
}

/** {minX, minY, maxX, maxY} of any nest of [x, y] points. */
export function boxOf(nest, box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }) {
  if (typeof nest[0] === 'number') {
    box.minX = Math.min(box.minX, nest[0]);
    box.maxX = Math.max(box.maxX, nest[0]);
    box.minY = Math.min(box.minY, nest[1]);
    box.maxY = Math.max(box.maxY, nest[1]);
  } else nest.forEach((part) => boxOf(part, box));
  return box;
}

export const boxesMeet = (a, b) => a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;

/** Even-odd over all rings, so that holes are outside. */
export function contains(polygons, [x, y]) {
  let inside = false;
  for (const ring of polygons.flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i], ring[j]];
      if ((a[1] > y) !== (b[1] > y) && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    }
  }
  return inside;
}

/** Distance from a point to a segment a–b, in the unit of the points. */
export function toSegment([x, y], a, b) {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const along = dx || dy ? Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy))) : 0;
  return Math.hypot(x - a[0] - along * dx, y - a[1] - along * dy);
}
