/** 时间–里程: reports of one line by where (across) and when (down); gates, the planned advance, what nobody reported. */
import { el, svg } from './dom.js';
import { t } from './i18n.js';
import { day, length, moment } from './format.js';
import { rangeText } from './measure.js';
import { lengthOf } from './ranges.js';
import { metres, stateOf } from './marks.js';
import { chartDays, monthsOf, plannedPoints } from './chart-time.js';
import { daysBetween } from './days.js';

const WIDTH = 352;
const HEIGHT = 292;
const PLOT = { left: 42, right: 344, top: 22, bottom: 284 };
const BAR = 8;

/**
 * p: a line's properties; planned: [{day, percent}] of its indicator or missing; dues: gate days; reports: newest first.
 * shown: {day, past: not today, zone, pick(range) or missing where nothing happens on a press}.
 */
export function chainageChart(p, planned, dues, missing, reports, shown) {
  const marks = reports.filter((r) => r.range && r.observedAt).map((r) => ({ report: r, day: moment(r.observedAt, shown.zone).slice(0, 10) }));
  const span = chartDays(marks.map((m) => m.day), dues, shown.day);
  const x = (m) => PLOT.left + ((PLOT.right - PLOT.left) * m) / p.lengthM;
  const y = (iso) => PLOT.top + ((PLOT.bottom - PLOT.top) * daysBetween(span.from, iso)) / span.days;
  const scale = { x, y, span, lengthM: p.lengthM };
  return el('figure', { class: 'chainage' },
    svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'group', 'aria-label': aloud(p, marks, missing) },
      gaps(missing, scale), grid(scale), plannedLine(planned, scale), lowestFirst(marks).map((m) => bar(m, scale, shown.pick)), days(dues, scale, shown)),
    el('figcaption', null, t(!shown.pick ? 'chart.note-printed' : planned ? 'chart.note-planned' : 'chart.note')));
}

function aloud(p, marks, missing) {
  return t('chart.aloud', { length: length(p.lengthM), count: marks.length, missing: length(lengthOf(missing)) });
}

const line = (d, className) => svg('path', { d, class: className });
const text = (x, y, anchor, className, words) => svg('text', { x, y, 'text-anchor': anchor, class: className }, words);

function grid({ x, y, span, lengthM }) {
  const step = [0.1, 0.2, 0.5, 1, 2, 5, 10].map((km) => km * 1000).find((m) => lengthM / m <= 6) ?? 20_000;
  const stations = Array.from({ length: Math.floor(lengthM / step) + 1 }, (_, i) => i * step);
  return [
    stations.map((m) => [line(`M${x(m)} ${PLOT.top}V${PLOT.bottom}`, 'chart-grid'), text(x(m), PLOT.top - 8, 'middle', 'chart-word', `K${m / 1000}`)]),
    monthsOf(span).map(({ first, middle }) => [line(`M${PLOT.left} ${y(first)}H${PLOT.right}`, 'chart-grid'),
      text(PLOT.left - 6, y(middle) + 4, 'end', 'chart-word', day(first, { month: 'short' }))]),
    line(`M${PLOT.left} ${PLOT.top}H${PLOT.right}M${PLOT.left} ${PLOT.top}V${PLOT.bottom}H${PLOT.right}`, 'chart-frame')];
}

/** Ranges without a report, a band down all days; the widest says so. */
function gaps(missing, { x }) {
  const widest = [...missing].sort((a, b) => b[1] - b[0] - (a[1] - a[0]))[0];
  return missing.map(([from, to]) => [
    svg('rect', { x: x(from), y: PLOT.top, width: Math.max(1, x(to) - x(from)), height: PLOT.bottom - PLOT.top, class: 'chart-gap' }),
    from === widest[0] && x(to) - x(from) > 48 && text((x(from) + x(to)) / 2, PLOT.top + 17, 'middle', 'chart-gap-word', t('chart.gap'))]);
}

/** The planned line, told on this line's own length from its start. */
function plannedLine(planned, { x, y, span, lengthM }) {
  if (!planned) return null;
  const points = plannedPoints(planned, span);
  return points.length > 1 && line(`M${points.map((at) => `${x((lengthM * at.percent) / 100).toFixed(1)} ${y(at.day).toFixed(1)}`).join('L')}`, 'chart-planned');
}

function days(dues, { x, y, span, lengthM }, shown) {
  const inside = (iso) => iso >= span.from && iso <= span.to;
  const today = shown.day;
  return [
    dues.filter(inside).map((due) => [line(`M${PLOT.left} ${y(due)}H${PLOT.right}`, 'chart-due'),
      text(PLOT.left + 4, y(due) - 4, 'start', 'chart-word', t('time.gate', { month: day(due, { month: 'short' }) }))]),
    line(`M${PLOT.left} ${y(today)}H${x(lengthM)}`, 'chart-today'),
    text(PLOT.right - 2, y(today) + 13, 'end', 'chart-today-word', t(shown.past ? 'chart.day' : 'chart.today', { day: day(today) }))];
}

/** What was returned lies under what came in its place. */
const lowestFirst = (marks) => marks.toReversed().sort((a, b) => (b.report.state === 'returned') - (a.report.state === 'returned'));

/** One report; choosing it shows its range on the map. */
function bar({ report, day: on }, { x, y }, pick) {
  const [from, to] = metres(report);
  const standing = stateOf(report);
  const words = `${day(on)} ${rangeText(from, to)} ${report.kind === 'undone' ? t('report.undone') : t(`report.${report.state}`)}${report.step ? ` ${report.step}` : ''}`;
  const show = () => pick?.([from, to]);
  const width = Math.max(2, x(to) - x(from));
  const box = { x: x(from), y: y(on) - BAR / 2, width, height: BAR };
  return svg('g', { class: `chart-bar b-${standing}`, tabindex: pick ? 0 : null, role: pick ? 'button' : 'img', 'aria-label': words, on: { click: show, keydown: (event) => press(event, show) } },
    svg('title', null, words), svg('rect', { ...box, class: 'fill' }),
    standing === 'reported' && Array.from({ length: Math.floor(width / 4) }, (_, i) => svg('rect', { x: box.x + 1.5 + i * 4, y: box.y + 1.6, width: 2, height: BAR - 3.2, class: 'rung' })));
}

function press(event, act) {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  act();
}
