/**
 * A walk along a chosen route → the ranges walked. The whole walk is matched at once, so that measure order holds through
 * loops and hairpins: of all ways to give each fix one of its passes, the one wins that stays near the line and
 * moves along it as far as the person moved.
 */
import { lengthOf, subtract, union } from '/shared/ranges.js';
import { distanceM, passesNear } from './passes.js';
import { REFUSE_M, grade, reachM } from './snap.js';

/** Longer without a usable fix and it is a gap: the screen was off, or there was no sky. */
export const GAP_S = 30;
export const GAP_M = 80;

/** Passes nearer along the line than this to the chosen ones are no other way to walk. */
const OTHER_WAY_M = 30;

/**
 * fixes: [{lon, lat, accuracyM, at}], at in milliseconds, in order of time.
 * → {ranges, gaps, used, refused, far, worstM, flagged, other}: `other` is another way, as likely, with its own ranges, or null.
 */
export function matchWalk(lines, fixes) {
  const sharp = fixes.filter((fix) => grade(fix.accuracyM) !== 'refused');
  const near = sharp.map((fix) => ({ fix, passes: passesNear(lines, fix, reachM(fix.accuracyM)) })).filter((s) => s.passes.length);
  const count = { used: near.length, refused: fixes.length - sharp.length, far: sharp.length - near.length };
  const worstM = Math.max(0, ...near.map(({ fix }) => fix.accuracyM ?? REFUSE_M));
  const first = likeliest(near);
  const walked = { ...covered(near, first.way), ...count, worstM, flagged: grade(worstM) === 'flagged' };
  return { ...walked, other: otherWay(near, first, walked.ranges) };
}

/** {way: a pass for each step, cost} by dynamic programming over all passes. */
function likeliest(steps) {
  let row = null;
  steps.forEach(({ fix, passes }, i) => {
    row = passes.map((pass) => {
      const here = (pass.offM / spread(fix)) ** 2;
      if (!row) return { cost: here, pass, before: null };
      const before = cheapest(row, (node) => node.cost + moving(steps[i - 1].fix, fix, node.pass, pass));
      return { cost: here + before.cost, pass, before: before.node };
    });
  });
  if (!row) return { way: [], cost: 0 };
  const end = cheapest(row, (node) => node.cost).node;
  const way = [];
  for (let node = end; node; node = node.before) way.unshift(node.pass);
  return { way, cost: end.cost };
}

function cheapest(row, costOf) {
  return row.reduce((best, node) => {
    const cost = costOf(node);
    return best && best.cost <= cost ? best : { node, cost };
  }, null);
}

const spread = (fix) => Math.max(5, fix.accuracyM ?? 20);

/** How unlikely it is to move from one measure to another while walking the distance between two fixes. */
function moving(from, to, a, b) {
  const travelled = distanceM(from, to);
  const loose = spread(from) + spread(to) + (broken(from, to) ? 0.5 * travelled + 50 : 0);
  return Math.min(400, ((Math.abs(b.m - a.m) - travelled) / loose) ** 2);
}

const broken = (from, to) => to.at - from.at > GAP_S * 1000 || distanceM(from, to) > GAP_M + spread(from) + spread(to);

/** What lies between two fixes was walked, unless they are too far apart in time, on the ground or along the line. */
function covered(steps, way) {
  const pieces = [];
  for (let i = 1; i < steps.length; i++) {
    const [a, b] = [steps[i - 1].fix, steps[i].fix];
    const [from, to] = [way[i - 1].m, way[i].m].sort((x, y) => x - y);
    const jumped = to - from > distanceM(a, b) + 3 * (spread(a) + spread(b));
    if (!broken(a, b) && !jumped) pieces.push([from, to]);
  }
  const ranges = union(pieces.map((piece) => piece.map(Math.round)));
  const span = ranges.length ? [[ranges[0][0], ranges.at(-1)[1]]] : [];
  return { ranges, gaps: subtract(span, ranges) };
}

/** Another way through other passes that fits about as well and would mark something else. */
function otherWay(steps, first, ranges) {
  const others = steps.map(({ fix, passes }, i) => {
    const away = passes.filter((pass) => Math.abs(pass.m - first.way[i].m) > OTHER_WAY_M);
    return { fix, passes: away.length ? away : [first.way[i]] };
  });
  const second = likeliest(others);
  if (!second.way.length || second.cost - first.cost > Math.max(6, 0.25 * steps.length)) return null;
  const found = covered(others, second.way);
  const differs = lengthOf(subtract(found.ranges, ranges)) + lengthOf(subtract(ranges, found.ranges));
  return found.ranges.length && differs > OTHER_WAY_M ? found : null;
}
