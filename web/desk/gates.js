/** Overdue gates, and the gates ahead by the day on which they fall due. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { day, number, percent, quantity } from '/shared/format.js';
import { forecastRange, neededDaily } from '/shared/forecast.js';
import { lightSign, rank } from '/shared/light.js';
import { folded, line, lines, mapUrl, nameOf, none, partOf, section } from './parts.js';

const LINES_SHOWN = 7;
const known = (value) => value !== undefined && value !== null;

export function overdue({ overdue: gates }) {
  return section('overdue', t('desk.overdue'), t('desk.overdue-why'), gates.length ? lines(gates.map((gate) => line({
    key: `o${gate.about.track}${gate.due}`, href: mapUrl(gate.about), sign: lightSign('late', 18), bad: true,
    name: nameOf(gate.about), part: partOf(gate.about),
    texts: gate.asks.map((ask) => `${day(gate.due)} ${missing(ask)}`),
    end: t('desk.days-late', { days: gate.days }), below: gate.cause && t(`cause.${gate.cause}`),
  }))) : none(t('desk.no-overdue')));
}

/** Those within 30 days first; where there is none, the next day is named and its gates shown all the same. */
export function nextGates({ next }) {
  const days = [...new Set(next.map((gate) => gate.due))];
  const near = next.filter((gate) => known(gate.within));
  const coming = next.find((gate) => gate.days >= 0);
  const aside = near.length ? t('desk.next-why') : coming ? t('desk.none-near', { day: day(coming.due), days: coming.days }) : null;
  return section('next', t('desk.next'), aside, days.length ? days.map((due) => group(due, next.filter((gate) => gate.due === due))) : none(t('desk.no-next')));
}

function group(due, gates) {
  const { days, within } = gates[0];
  const left = days < 0 ? t('desk.passed', { days: -days }) : days === 0 ? t('desk.due-today') : t('desk.days-left', { days });
  const ordered = gates.toSorted((a, b) => rank(a.light) - rank(b.light) || risk(a) - risk(b) || gapOf(a) - gapOf(b));
  return el('div', { class: 'today-group' },
    el('h3', { class: days < 0 ? 'w-1' : known(within) ? `w-${within}` : null }, day(due), el('span', null, left), el('small', null, t('desk.tracks', { count: gates.length }))),
    folded(due, ordered.map(nextLine), LINES_SHOWN));
}

/** 可能赶不上，12月20日至2027年1月9日达到 · 还需日均 118 m */
function outlook(forecast) {
  const range = forecastRange(forecast);
  const words = range ? t('forecast.short', { range, outlook: t(`forecast.${forecast.outlook}`) }) : t(`forecast.${forecast.outlook}`);
  return el('span', { title: forecast.reason.text }, el('span', { class: `outlook o-${forecast.outlook}` }, words), ` · ${[forecast.reason.name, neededDaily(forecast)].filter(Boolean).join(' ')}`);
}

const risk = ({ forecast }) => ['miss', 'atRisk', 'silent', undefined, 'onTime'].indexOf(forecast?.outlook);
const gapOf = (gate) => (known(gate.verified) && known(gate.planned) ? gate.verified - gate.planned : 0);

function nextLine(gate) {
  return line({
    key: `n${gate.about.track}${gate.due}`, href: mapUrl(gate.about), sign: lightSign(gate.light, 18),
    name: nameOf(gate.about), part: partOf(gate.about),
    texts: [gate.until && t(`desk.${gate.status}`, { day: day(gate.until) }), asksOf(gate.asks), gate.forecast && outlook(gate.forecast)],
    end: known(gate.verified) ? percent(gate.verified) : null,
    below: known(gate.planned) ? t('desk.due-now', { percent: percent(gate.planned) }) : known(gate.verified) ? t('progress.verified') : null,
  });
}

/** At most two are told; a map and a list of all are one press away. */
export function asksOf(asks) {
  if (!asks.length) return null;
  const told = asks.slice(0, 2).map(shortly).join(t('desk.and'));
  return asks.length > 2 ? t('desk.and-more', { told, count: asks.length }) : told;
}

function shortly(ask) {
  if (ask.type === 'item') return t('desk.item-open', { text: ask.text });
  if (!known(ask.shortBy)) return t('desk.nothing-reported', { text: ask.text });
  return t('desk.short', { text: ask.text, short: amount(ask.shortBy, ask.unit) });
}

/** A percent that is missing is told in points. */
const amount = (value, unit) => (unit === '%' ? t('desk.points', { points: number(value, 1) }) : quantity(value, unit));

function missing(ask) {
  if (ask.type === 'item') return t('desk.item-open', { text: ask.text });
  const args = { text: ask.text, need: quantity(ask.need, ask.unit) };
  if (!known(ask.shortBy)) return t('desk.need-unreported', args);
  return t('desk.need', { ...args, verified: quantity(ask.verified, ask.unit), short: amount(ask.shortBy, ask.unit) });
}

