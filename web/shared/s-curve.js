/** 进度曲线: planned, reported and verified over the plan's year, in percent of the target; what the forecast promises as a wedge. Prints as it is drawn. */
import { el, svg } from './dom.js';
import { t } from './i18n.js';
import { day, number, percent } from './format.js';
import { addDays, daysBetween } from './days.js';
import { monthsOf } from './chart-time.js';

const WIDTH = 520;
const HEIGHT = 264;
const NARROW = 420;
const PLOT = { left: 40, top: 14, bottom: 236 };
const EDGE = 14;
const HUNDRED = 100;

/**
 * planned: [{day, percent}] or missing; history: [{day, reported, verified}] in the figure's unit, at the end of each day that changed it; target: what
 * makes 100 % (100 for a percent); dues: gate days; shown: {year, day, past, width in px or missing}; forecast: of
 * the same figure, or missing.
 */
export function sCurve({ planned, history = [], target, dues = [], forecast }, shown) {
  const span = { from: `${shown.year}-01-01`, to: `${shown.year}-12-31` };
  const length = daysBetween(span.from, span.to) + 1;
  const reported = steps(history, 'reported', target, shown.day);
  const verified = steps(history, 'verified', target, shown.day);
  const top = Math.max(HUNDRED, ...reported.map((p) => p.percent), ...verified.map((p) => p.percent));
  const width = shown.width ?? WIDTH;
  const right = width - EDGE;
  const scale = {
    span, top, right, narrow: width < NARROW,
    x: (iso) => PLOT.left + ((right - PLOT.left) * Math.max(0, Math.min(length, daysBetween(span.from, iso) + 1))) / length,
    y: (value) => PLOT.bottom - ((PLOT.bottom - PLOT.top) * value) / top,
  };
  const now = { planned: plannedAt(planned, shown.day), reported: reported.at(-1)?.percent, verified: verified.at(-1)?.percent };
  return el('figure', { class: 's-curve' },
    svg('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': aloud(now, shown.day) },
      grid(scale), wedge(forecast, now.verified, shown.day, target, scale), area(verified, shown.day, scale),
      planned && line(planned.map((p) => `${at(scale.x(p.day))} ${at(scale.y(p.percent))}`), 'curve-planned'),
      stairs(reported, shown.day, scale, 'curve-reported'), stairs(verified, shown.day, scale, 'curve-verified'),
      gates(dues, planned, scale), today(shown, scale)),
    el('figcaption', null, ['verified', 'reported', 'planned'].filter((name) => now[name] !== undefined && now[name] !== null).map((name) =>
      el('span', { class: `key-${name}` }, sample(name), t(`progress.${name === 'planned' ? 'due' : name}`), ' ', el('b', null, percent(now[name]))))));
}

const at = (value) => value.toFixed(1);
const line = (points, className) => points.length > 1 && svg('path', { d: `M${points.join('L')}`, class: className });
const text = (x, y, anchor, words, className = 'chart-word') => svg('text', { x, y, 'text-anchor': anchor, class: className }, words);

/** Up to the shown day; nothing told yet is no curve at 0. */
function steps(history, name, target, last) {
  if (!target) return [];
  return history.filter((p) => p.day <= last && p[name] !== undefined && p[name] !== null).map((p) => ({ day: p.day, percent: (HUNDRED * p[name]) / target }));
}

function grid({ x, y, span, top, right, narrow }) {
  const levels = [0, 25, 50, 75, 100].filter((level) => level <= top);
  return [
    levels.map((level) => [svg('path', { d: `M${PLOT.left} ${at(y(level))}H${right}`, class: level ? 'chart-grid' : 'chart-frame' }), text(PLOT.left - 6, y(level) + 4, 'end', `${level}%`)]),
    monthsOf(span).map(({ first, middle }) => [svg('path', { d: `M${at(x(addDays(first, -1)))} ${PLOT.bottom}v4`, class: 'chart-frame' }), (!narrow || Number(middle.slice(5, 7)) % 2 === 1) && text(x(middle), PLOT.bottom + 17, 'middle', day(first, { month: 'short' }))])];
}

/** A figure holds until the next report: stairs, not slopes. */
function stair(points, last, { x, y }) {
  const d = points.flatMap((p, i) => [`${at(x(p.day))} ${at(y(i ? points[i - 1].percent : 0))}`, `${at(x(p.day))} ${at(y(p.percent))}`]);
  if (points.length) d.push(`${at(x(last))} ${at(y(points.at(-1).percent))}`);
  return d;
}

const stairs = (points, last, scale, className) => line(stair(points, last, scale), className);

function area(points, last, scale) {
  const d = stair(points, last, scale);
  return d.length > 1 && svg('path', { d: `M${d.join('L')}V${PLOT.bottom}H${at(scale.x(points[0].day))}Z`, class: 'curve-area' });
}

/** From what is verified today to the early and the late day of the forecast, cut at the year's end. */
function wedge(forecast, verified, from, target, { x, y, span }) {
  if (!forecast?.earliest || verified === undefined) return null;
  const need = (HUNDRED * forecast.need) / target;
  const end = (iso) => {
    if (!iso) return [span.to, verified];
    const share = Math.min(1, daysBetween(from, span.to) / Math.max(1, daysBetween(from, iso)));
    return [iso > span.to ? span.to : iso, verified + (need - verified) * share];
  };
  const corner = ([iso, value]) => `${at(x(iso))} ${at(y(value))}`;
  return svg('path', { d: `M${at(x(from))} ${at(y(verified))}L${corner(end(forecast.earliest))}L${corner(end(forecast.latest))}Z`, class: 'curve-wedge' },
    svg('title', null, forecast.reason.text));
}

function gates(dues, planned, { x, y }) {
  return dues.map((due) => {
    const point = planned?.find((p) => p.day === due);
    const [cx, cy] = [x(due), point ? y(point.percent) : PLOT.bottom];
    return svg('path', { d: `M${at(cx)} ${at(cy - 5)}l5 5-5 5-5-5z`, class: 'curve-gate' }, svg('title', null, `${day(due)}${point ? ` ${percent(point.percent)}` : ''}`));
  });
}

function today({ day: iso, past }, { x, right: edge }) {
  const right = x(iso) > (PLOT.left + edge) / 2;
  return [svg('path', { d: `M${at(x(iso))} ${PLOT.top}V${PLOT.bottom}`, class: 'chart-today' }),
    text(x(iso) + (right ? -5 : 5), PLOT.bottom - 7, right ? 'end' : 'start', t(past ? 'chart.day' : 'chart.today', { day: day(iso) }), 'chart-today-word')];
}

/** What the planned line asks at the end of a day; level after its last point. */
function plannedAt(points, iso) {
  if (!points?.length) return undefined;
  const next = points.findIndex((p) => p.day >= iso);
  if (next < 0) return points.at(-1).percent;
  if (next === 0) return points[0].percent;
  const [a, b] = [points[next - 1], points[next]];
  return a.percent + ((b.percent - a.percent) * daysBetween(a.day, iso)) / daysBetween(a.day, b.day);
}

const sample = (name) => svg('svg', { width: 22, height: 8, viewBox: '0 0 22 8', 'aria-hidden': 'true' }, svg('path', { d: 'M0 4H22', class: `curve-${name}` }));

function aloud(now, iso) {
  return t('curve.aloud', { day: day(iso), ...Object.fromEntries(['verified', 'reported', 'planned'].map((name) => [name, now[name] === undefined || now[name] === null ? t('value.unknown') : `${number(now[name], 1)}%`])) });
}
