/** The forecast of a track's next gate in few words; the server's own sentence is `reason.text`. */
import { el } from './dom.js';
import { t } from './i18n.js';
import { day, number, unit } from './format.js';

const known = (value) => value !== undefined && value !== null;

/** 12月20日–1月9日, or one end of it; null where there is none. */
export function forecastRange({ earliest, latest, due }) {
  if (!known(earliest)) return null;
  const on = (iso) => day(iso, { month: 'short', day: 'numeric', ...(iso.slice(0, 4) !== due.slice(0, 4) && { year: 'numeric' }) });
  return known(latest) ? t('forecast.range', { from: on(earliest), to: on(latest) }) : t('forecast.from', { from: on(earliest) });
}

/** 118 m, 0.7 个百分点, 3 个: a kilometre a day is told in metres. */
export function daily(value, unitName) {
  if (unitName === '%') return t('desk.points', { points: number(value, 2) });
  if (unitName === 'km') return `${number(value * 1000, value < 0.01 ? 1 : 0)} m`;
  const figure = number(value, value < 10 ? 2 : 0);
  return `${figure} ${unit(unitName, figure)}`.trim();
}

export const neededDaily = (forecast) => t('forecast.needed', { daily: daily(forecast.neededPerDay, forecast.unit) });

/** 预计赶不上 …: never a light of its own, so a word and a rule on its left, no sign. */
export function forecastLine(forecast) {
  return el('p', { class: `forecast o-${forecast.outlook}` }, forecast.outlook !== 'silent' && [el('b', null, t(`forecast.${forecast.outlook}`)), ' '], forecast.reason.text);
}
