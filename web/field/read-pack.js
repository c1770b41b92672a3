/** A pack as downloaded → what the map and the marks work with. Format 1; another format is refused, never guessed. */
import { prepare } from '/shared/works.js';
import { subtract, union } from '/shared/ranges.js';

export const FORMAT = 1;

/** pack: the JSON of GET /api/packs/{township}. → prepared works, each with the other work steps of its indicator. */
export function readPack(pack) {
  if (pack.format !== FORMAT) throw new Error(`pack of format ${pack.format}`);
  const indicators = new Map(pack.indicators.map((indicator) => [indicator.code, indicator]));
  return pack.footprints.map((feature) => ({ ...prepare(feature), otherSteps: otherSteps(indicators.get(feature.properties.indicator)), countingStep: indicators.get(feature.properties.indicator)?.countingStep ?? null }));
}

const otherSteps = (indicator) => (indicator?.steps ?? []).filter((step) => step !== indicator.countingStep);

/** One work per footprint, though packs of neighbours both hold it; the newest wins. */
export function mergeWorks(packs) {
  const byCode = new Map();
  for (const pack of [...packs].sort((a, b) => (a.builtAt < b.builtAt ? -1 : 1))) readPack(pack).forEach((work) => byCode.set(work.code, work));
  return [...byCode.values()];
}

/** Reported and verified ranges of a step; null speaks of the counting one. */
export function rangesOf(work, step) {
  const of = step ? work.properties.steps?.[step] : work.properties;
  return { reported: union(of?.reported ?? []), verified: union(of?.verified ?? []) };
}

/** The same line as it stands in another step, for drawing. */
export function inStep(work, step) {
  if (!step || work.kind !== 'line') return work;
  const { reported, verified } = rangesOf(work, step);
  return { ...work, reported: subtract(reported, verified), verified, missing: subtract([[0, work.length]], [...reported, ...verified]) };
}
