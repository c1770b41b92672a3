/** The three orders of the queue. Entries are `{report, effect, verifyBy}`. */

/** How many lights a verdict would change. */
export function flips(effect) {
  return (effect?.lights ?? []).filter((l) => l.before?.light !== l.after?.light);
}

const byReceipt = (a, b) => a.report.receivedAt.localeCompare(b.report.receivedAt);
const byDeadline = (a, b) =>
  (a.verifyBy ?? '9999').localeCompare(b.verifyBy ?? '9999') || byReceipt(a, b);
const byEffect = (a, b) => flips(b.effect).length - flips(a.effect).length || byDeadline(a, b);

const ORDERS = { effect: byEffect, deadline: byDeadline, receipt: byReceipt };

/** Both halves of a conflict stay together: the later follows the earlier. */
export function ordered(entries, name) {
  const sorted = [...entries].sort(ORDERS[name] ?? byReceipt);
  const placed = new Set();
  const result = [];
  for (const entry of sorted) {
    if (placed.has(entry.report.id)) continue;
    const others = entry.report.conflict?.with ?? [];
    for (const e of [entry, ...sorted.filter((s) => others.includes(s.report.id))]) {
      if (!placed.has(e.report.id)) result.push(e);
      placed.add(e.report.id);
    }
  }
  return result;
}
