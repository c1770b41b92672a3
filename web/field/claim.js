/**
 * The mark in the making, as a value: every change makes a new one that remembers the one before it. No DOM.
 * line: {kind, work, lines, step, way, a, b: {m, by, accuracyM} or null, walk: result of matchWalk or null, pics, kept, before, replaces}
 */
import { linesOf } from '/shared/measure.js';
import { union } from '/shared/ranges.js';
import { lineEffect, rangeOf } from './effect.js';
import { rangesOf } from './read-pack.js';
import { myRanges } from './mine.js';

export function newClaim(work, more = {}) {
  return { kind: work.kind, work, lines: linesOf(work.feature.geometry), step: null, way: 'tap', a: null, b: null, walk: null, ask: null, fault: null,
    done: [], notNeeded: [], quantity: '', ring: [], pics: [], kept: [], note: '', replaces: null, before: null, ...more };
}

/** With a change that 撤销 takes back. */
export const next = (claim, patch) => ({ ...claim, ask: null, fault: null, ...patch, before: claim });

/** [[from, to], …] in metres; several where a walk has gaps. */
export function claimRanges(claim) {
  if (claim.kind !== 'line') return [];
  if (claim.way === 'walk') return claim.walk?.ranges ?? [];
  if (!claim.a || !claim.b || claim.a.m === claim.b.m) return [];
  const { from, to } = rangeOf(claim.a.m, claim.b.m, claim.work.length);
  return to > from ? [[from, to]] : [];
}

/** The next end, to the metre: the start, then the end; after that whichever end is nearer moves. */
export function withEnd(claim, m, by, accuracyM = null) {
  const end = { m: Math.min(Math.round(m), claim.work.length), by, accuracyM };
  if (!claim.a) return next(claim, { a: end });
  if (!claim.b) return next(claim, { b: end });
  return next(claim, Math.abs(claim.a.m - m) <= Math.abs(claim.b.m - m) ? { a: end } : { b: end });
}

/** How the place was found; where the two ends differ it is called by hand. */
export function methodOf(claim) {
  if (claim.kind !== 'line') return claim.by ?? 'tap';
  if (claim.way === 'walk') return 'walk';
  return claim.a?.by === claim.b?.by ? claim.a?.by ?? 'tap' : 'tap';
}

/** Metres; only for what was found by GPS. */
export function accuracyOf(claim) {
  if (claim.way === 'walk') return claim.walk?.worstM ?? null;
  return ['gps'].includes(methodOf(claim)) ? Math.max(claim.a?.accuracyM ?? 0, claim.b?.accuracyM ?? 0, claim.accuracyM ?? 0) : null;
}

/** All that is known of the line in that step: reported, verified, and my own marks. */
export function knownRanges(claim, items) {
  const { reported, verified } = rangesOf(claim.work, claim.step);
  const others = items.filter((item) => item.id !== claim.replaces);
  const { waiting, sent } = myRanges(others, claim.work.code, claim.step);
  return union(reported, verified, waiting, sent);
}

/** What it adds in all. */
export function effectOf(claim, items) {
  const known = knownRanges(claim, items);
  const each = claimRanges(claim).map(([from, to]) => lineEffect(claim.work.length, { from, to }, known));
  const sum = (key) => Math.round(each.reduce((total, one) => total + one[key], 0) * 10) / 10;
  return { newM: sum('newM'), overlapM: sum('overlapM') };
}
