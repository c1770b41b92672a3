/** Days of a chart: which it spans, its months, where a planned line bends. Days are 'YYYY-MM-DD'. */
import { addDays, daysBetween } from './days.js';

/** From the month of the first report to the next gate after the shown day, at least to that day's month's end. */
export function chartDays(marks, dues, shown) {
  const first = [shown, ...marks].sort()[0];
  const next = dues.find((due) => due > shown) ?? shown;
  const from = `${first.slice(0, 7)}-01`;
  const to = endOfMonth([next, shown, ...marks].sort().at(-1));
  return { from, to, days: daysBetween(from, to) };
}

/** [{first, middle}] of every month that begins in the span. */
export function monthsOf({ from, to }) {
  const months = [];
  for (let first = from; first <= to; first = addDays(endOfMonth(first), 1)) months.push({ first, middle: `${first.slice(0, 7)}-16` });
  return months;
}

/** The line's points inside the span, cut at both ends: [{day, percent}]. */
export function plannedPoints(points, { from, to }) {
  const inside = points.filter((p) => p.day > from && p.day < to);
  return [from, ...inside.map((p) => p.day), to].filter((iso) => iso >= points[0].day && iso <= points.at(-1).day)
    .map((iso) => ({ day: iso, percent: percentAt(points, iso) }));
}

function percentAt(points, iso) {
  const i = points.findIndex((p) => p.day >= iso);
  const [a, b] = [points[Math.max(0, i - 1)], points[i]];
  const whole = daysBetween(a.day, b.day);
  return whole ? a.percent + ((b.percent - a.percent) * daysBetween(a.day, iso)) / whole : b.percent;
}

function endOfMonth(iso) {
  const [year, month] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
