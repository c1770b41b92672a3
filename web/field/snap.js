/** One position on one chosen route: accepted, flagged, refused, or a question which pass is meant. */
import { minima, passesNear } from './passes.js';

export const ACCEPT_M = 20;
export const REFUSE_M = 50;

/** 'good' up to 20 m, 'flagged' up to 50 m or unknown, 'refused' above. */
export function grade(accuracyM) {
  if (accuracyM === null || accuracyM === undefined) return 'flagged';
  if (accuracyM > REFUSE_M) return 'refused';
  return accuracyM > ACCEPT_M ? 'flagged' : 'good';
}

/** How far from the line a fix of that accuracy may lie. */
export const reachM = (accuracyM) => Math.max(15, 1.5 * (accuracyM ?? ACCEPT_M));

/**
 * A GPS fix {lon, lat, accuracyM} → {m, offM, flagged} | {ask: passes} | {refused: 'accuracy' | 'far', offM}.
 * Another pass is asked about where it is no farther off than the nearest by more than the fix may err.
 */
export function snapFix(lines, fix) {
  if (grade(fix.accuracyM) === 'refused') return { refused: 'accuracy', offM: null };
  const snapped = snap(lines, fix, reachM(fix.accuracyM), Math.max(5, fix.accuracyM ?? ACCEPT_M));
  return snapped.m === undefined ? snapped : { ...snapped, flagged: grade(fix.accuracyM) === 'flagged' };
}

/** A tap on the map, by hand; fingerM is what a finger covers at that zoom. */
export function snapTap(lines, place, fingerM) {
  return snap(lines, place, Math.max(15, fingerM), Math.max(5, fingerM / 2));
}

function snap(lines, place, reach, uncertain) {
  const near = passesNear(lines, place, reach);
  if (!near.length) return { refused: 'far', offM: minima(lines, place)[0]?.offM ?? null };
  const rivals = near.filter((pass) => pass.offM - near[0].offM <= uncertain);
  return rivals.length > 1 ? { ask: rivals.sort((a, b) => a.m - b.m) } : { ...near[0] };
}
