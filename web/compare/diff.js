/** What changed from one judged day to another. Pure: two answers of GET /api/progress in, differences out, the worst first. */
import { rank } from '/shared/light.js';

/** Codes that take part in the order of lights; the others are neither better nor worse. */
const ordered = (code) => code !== 'none' && code !== 'open';

/** better: above 0 where the light got better, below 0 where worse, 0 where it is another without being either. */
export function better(from, to) {
  return ordered(from) && ordered(to) ? rank(to) - rank(from) : 0;
}

export function projectChanges(before, after) {
  return after.projects.map((to) => {
    const from = before.projects.find((p) => p.number === to.number);
    if (!from) return null;
    const verified = [from.percent?.verified, to.percent?.verified];
    const figures = grown(from, to);
    if (from.light === to.light && !figures.length && from.lifecycle === to.lifecycle) return null;
    return { number: to.number, light: [from.light, to.light], verified, figures, better: better(from.light, to.light), turned: from.light !== to.light };
  }).filter(Boolean).sort((a, b) => b.turned - a.turned || a.better - b.better || a.number - b.number);
}

/** Indicators whose verified quantity is another. */
function grown(from, to) {
  const old = new Map(from.tracks.flatMap((track) => track.indicators).map((i) => [i.code, i]));
  return to.tracks.flatMap((track) => track.indicators).filter((i) => (i.verified ?? 0) !== (old.get(i.code)?.verified ?? 0))
    .map((i) => ({ code: i.code, name: i.name, unit: i.unit, decimals: i.decimals, gain: (i.verified ?? 0) - (old.get(i.code)?.verified ?? 0) }));
}

export function townshipChanges(before, after) {
  return after.townships.map((to) => {
    const from = before.townships.find((x) => x.code === to.code);
    return from && from.light !== to.light ? { code: to.code, name: to.name, light: [from.light, to.light], better: better(from.light, to.light), worst: to.worst ?? from.worst } : null;
  }).filter(Boolean).sort((a, b) => a.better - b.better || rank(a.light[1]) - rank(b.light[1]));
}
