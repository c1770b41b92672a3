/** Features of vector tiles prepared for drawing like those of works.js, but cut at the edges of their tile and without measures. */
import { boxOf } from './world.js';

const combined = new WeakMap();
const NONE = [];

/** Features of the layers footprints and completed of one place (null = not there yet) → works; the same again for the same features. */
export function worksOf(footprints, completed) {
  const known = combined.get(footprints);
  if (known?.completed === completed) return known.works;
  const done = doneByCode(completed ?? NONE);
  const works = footprints.filter((f) => f.properties.code).map((f) => prepare(f, done.get(f.properties.code)));
  combined.set(footprints, { completed, works });
  return works;
}

function doneByCode(features) {
  const done = new Map();
  for (const { properties: p, parts } of features) {
    if (!p.code) continue;
    const one = done.get(p.code) ?? { reported: [], verified: [], shares: { reported: 0, verified: 0 }, state: p.state };
    if (p.kind === 'line') one[p.state].push(...parts);
    else one.shares = { reported: p.reported / 100, verified: p.verified / 100 };
    done.set(p.code, one);
  }
  return done;
}

function prepare({ properties: p, parts }, done) {
  const properties = { ...p, townships: (p.townships || '').split(',').map((code) => ({ code })) };
  const box = boxOf(parts);
  const work = { code: p.code, kind: p.kind, tiled: true, properties, box };
  if (p.kind === 'line') return { ...work, parts, at: parts[0][0], pieces: { reported: done?.reported ?? NONE, verified: done?.verified ?? NONE } };
  const shares = done?.shares ?? { reported: 0, verified: 0 };
  properties.state = done?.state ?? 'none';
  if (p.kind === 'point') return { ...work, at: parts[0][0], polygons: null, shares };
  return { ...work, at: [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2], polygons: [parts], shares };
}
