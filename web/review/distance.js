/** Metres from a place to a point or polygon geometry (EPSG:4490); 0 inside a polygon. */
import { nearest } from '/shared/measure.js';

export function distanceM(geometry, lon, lat) {
  const points = pointsOf(geometry);
  if (points.length) return Math.min(...points.map((p) => nearest([[[...p, 0], [...p, 0]]], lon, lat).offM));
  const rings = ringsOf(geometry);
  if (!rings.length) return null;
  if (inside(rings, lon, lat)) return 0;
  return nearest(rings.map((ring) => ring.map((p) => [p[0], p[1], 0])), lon, lat).offM;
}

function pointsOf(geometry) {
  if (geometry.type === 'Point') return [geometry.coordinates.slice(0, 2)];
  return geometry.type === 'MultiPoint' ? geometry.coordinates.map((p) => p.slice(0, 2)) : [];
}

function ringsOf(geometry) {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** Even-odd over all rings, so that holes count as outside. */
function inside(rings, lon, lat) {
  let odd = false;
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [[x1, y1], [x2, y2]] = [ring[i - 1], ring[i]];
      if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) odd = !odd;
    }
  }
  return odd;
}
