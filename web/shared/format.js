/** Numbers, days and times as the page says them. Missing is never 0. */
import { language, t, wordOr } from './i18n.js';

const locale = () => (language() === 'zh' ? 'zh-CN' : 'en-GB');
const made = new Map();

/** Formatters are dear to make and are asked for hundreds of times a page. */
function formatter(Kind, where, options) {
  const key = `${Kind.name}${where}${JSON.stringify(options)}`;
  if (!made.has(key)) made.set(key, new Kind(where, options));
  return made.get(key);
}

/** At most `decimals` places, trailing zeros dropped unless `fixed`. */
export function number(value, decimals = 2, fixed = false) {
  if (value === null || value === undefined) return t('value.unknown');
  return formatter(Intl.NumberFormat, locale(), {
    maximumFractionDigits: decimals, minimumFractionDigits: fixed ? decimals : 0,
  }).format(value).replace('-', '−');
}

/** As it stands alone or behind `figure`, a number as told: English says 1 item, 2 items. */
export function unit(name, figure) {
  if (!name) return '';
  const word = wordOr(`unit.${name}`, name);
  return figure === '1' ? wordOr(`unit-one.${name}`, word) : word;
}

export function quantity(value, unitName, decimals = 2) {
  if (value === null || value === undefined) return t('value.unknown');
  if (unitName === '%') return `${number(value, decimals)}%`;
  const figure = number(value, decimals);
  return `${figure} ${unit(unitName, figure)}`.trim();
}

export function percent(value) {
  return value === null || value === undefined ? t('value.no-percent') : `${number(value, 1)}%`;
}

/** A gap in percentage points, with its sign. */
export function gap(value) {
  if (value === null || value === undefined) return t('value.unknown');
  return (value > 0 ? '+' : '') + number(value, 1, true);
}

/** Metres as km from one kilometre on. */
export function length(metres) {
  return metres >= 1000 ? `${number(metres / 1000, 2)} km` : `${number(metres, 0)} m`;
}

/** '2026-07-08' → 7月8日 / 8 Jul. A calendar day has no zone, so UTC on both sides. */
export function day(iso, options = { month: 'short', day: 'numeric' }) {
  return formatter(Intl.DateTimeFormat, locale(), { ...options, timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));
}

export const weekday = (iso) => day(iso, { weekday: 'long' });

/** An instant in the district's zone: 2026-07-08 18:00. */
export function moment(instant, zone) {
  const parts = formatter(Intl.DateTimeFormat, 'sv-SE', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
  }).format(new Date(instant));
  return parts.replace('T', ' ');
}

/** The same without the year. */
export const shortMoment = (instant, zone) => moment(instant, zone).slice(5);

/** A name of a person with the unit before it. */
export const nameOf = ({ unitName, displayName }) => (unitName && !displayName.startsWith(unitName) ? `${unitName} · ${displayName}` : displayName);
