/** What my own marks make of a line, on top of the pack: waiting ones, and those received since the pack was made. */
import { subtract, union } from '/shared/ranges.js';

/** items: the outbox. → {waiting, sent}: ranges of one step of a line; undone marks take away. */
export function myRanges(items, code, step) {
  let waiting = [];
  let sent = [];
  for (const item of items) {
    const { about, phase, state } = item;
    if (about.footprint !== code || !about.range || (about.step ?? null) !== (step ?? null)) continue;
    if (phase === 'undone' || state?.state === 'returned') continue;
    const range = [[about.range.from, about.range.to]];
    if (about.kind === 'undone') [waiting, sent] = [subtract(waiting, range), subtract(sent, range)];
    else if (phase === 'done' || item.receivedAt) sent = union(sent, range);
    else waiting = union(waiting, range);
  }
  return { waiting: subtract(waiting, sent), sent };
}

/** Components of a point that my marks settle. */
export function myComponents(items, code) {
  const live = items.filter((i) => i.about.footprint === code && i.phase !== 'undone' && i.state?.state !== 'returned');
  return live.flatMap((i) => [...(i.about.components ?? []), ...(i.about.notNeeded ?? []).map((n) => n.component)]);
}

/** The last quantity of a polygon that I reported, or null. */
export function myQuantity(items, code) {
  const live = items.filter((i) => i.about.footprint === code && i.about.quantity !== undefined && i.phase !== 'undone' && i.state?.state !== 'returned');
  return live.length ? live.at(-1).about.quantity : null;
}
