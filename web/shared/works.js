/**
 * Footprints prepared for drawing: /api/footprints features with world coordinates, boxes and states, computed once.
 * kind 'line': parts [[x, y, m], …] with m in metres of chainage; 'polygon': polygons; 'point': at.
 */
import { linesOf } from './measure.js';
import { subtract, union } from './ranges.js';
import { boxOf, toWorld, worldPolygons } from './world.js';

/** feature → {code, feature, kind, box, parts | polygons, at, planned, reported, verified, missing, shares}. */
export function prepare(feature) {
  const { geometry, properties } = feature;
  const kind = kindOf(geometry);
  const work = { code: feature.id ?? properties.code, feature, properties, kind };
  if (kind === 'line') return line(work, geometry);
  const points = kind === 'point' ? pointsOf(geometry) : null;
  const polygons = kind === 'polygon' ? worldPolygons(geometry) : null;
  const box = boxOf(points ?? polygons);
  const at = kind === 'point' ? points[0] : [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
  return { ...work, polygons, box, at, shares: shares(properties) };
}

function line(work, geometry) {
  const parts = linesOf(geometry).map((part) => part.map(([lon, lat, m]) => [...toWorld([lon, lat]), m]));
  const length = work.properties.lengthM ?? Math.max(...parts.flat().map((p) => p[2]));
  const reported = union(work.properties.reported ?? []);
  const verified = union(work.properties.verified ?? []);
  return {
    ...work, parts, length, reported: subtract(reported, verified), verified,
    missing: subtract([[0, length]], [...reported, ...verified]), box: boxOf(parts), at: parts[0][parts[0].length >> 1],
  };
}

/** How much of a point or polygon is reported and verified, 0…1. */
function shares(p) {
  if (p.components?.length) {
    const n = p.components.length;
    return { reported: (p.reportedComponents?.length ?? 0) / n, verified: (p.verifiedComponents?.length ?? 0) / n };
  }
  if (!p.quantity) return { reported: p.state === 'none' ? 0 : 1, verified: p.state === 'verified' ? 1 : 0 };
  return { reported: Math.min(1, (p.reportedQuantity ?? 0) / p.quantity), verified: Math.min(1, (p.verifiedQuantity ?? 0) / p.quantity) };
}

const pointsOf = (geometry) => (geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates).map(toWorld);

function kindOf({ type }) {
  if (type.endsWith('LineString')) return 'line';
  return type.endsWith('Polygon') ? 'polygon' : 'point';
}
