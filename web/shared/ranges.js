/** Sets of half-open ranges [from, to) in metres, as arrays of pairs; results are sorted and disjoint. */

export function union(...sets) {
  const all = sets.flat().filter(([f, t]) => t > f).sort((a, b) => a[0] - b[0]);
  const merged = [];
  for (const [f, t] of all) {
    const last = merged[merged.length - 1];
    if (last && f <= last[1]) last[1] = Math.max(last[1], t);
    else merged.push([f, t]);
  }
  return merged;
}

export function intersect(a, b) {
  const common = [];
  for (const [f1, t1] of a) {
    for (const [f2, t2] of b) common.push([Math.max(f1, f2), Math.min(t1, t2)]);
  }
  return union(common);
}

export function subtract(a, b) {
  let rest = union(a);
  for (const [f, t] of b) {
    rest = rest.flatMap(([f1, t1]) => [
      [f1, Math.min(t1, f)],
      [Math.max(f1, t), t1],
    ]).filter(([x, y]) => y > x);
  }
  return rest;
}

export function lengthOf(ranges) {
  return union(ranges).reduce((sum, [f, t]) => sum + t - f, 0);
}
