/** A finding in words, and where it opens on the map. */
import { t } from './i18n.js';
import { day, number, percent, quantity } from './format.js';
import { stationText } from './measure.js';

const known = (value) => value !== undefined && value !== null;
const VIEW_ZOOM = 16;

export function findingText({ kind, facts }) {
  if (kind === 'declared') {
    const args = { declared: percent(facts.declared), name: facts.name, verified: percent(facts.verified), gap: number(facts.gap, 1) };
    return t(facts.told ? 'finding.declared' : 'finding.declared-untold', args);
  }
  if (kind === 'no-photo') return t('finding.no-photo', { reports: facts.reports, day: day(facts.day) });
  if (kind === 'pace') return pace(facts);
  if (kind === 'photo-reuse') return t(facts.same ? 'finding.photo-same' : 'finding.photo-alike', { reports: facts.reports, places: facts.places });
  if (kind === 'digging') return t(facts.days > 0 ? 'finding.digging-apart' : 'finding.digging', { metres: number(facts.metres, 0), days: facts.days });
  return facts.text ?? t('finding.annex-target', { name: facts.name, target: quantity(facts.target, facts.unit), gate: quantity(facts.gate, facts.unit) });
}

function pace(facts) {
  const args = { day: day(facts.day), amount: number(facts.amount, 1), days: facts.days, pace: number(facts.pace, 1), most: number(facts.most, 0), name: facts.name ?? '' };
  return t(`finding.pace-${facts.what}`, args);
}

/** 石会镇供水管道 K0+350 */
export const placeOf = ({ footprint, footprintName, atM }) => (footprint ? [footprintName ?? footprint, known(atM) && stationText(atM)].filter(Boolean).join(' ') : null);

/** The other places it is about, with their days of work; those out of scope only by number. */
export function othersOf({ sides, hidden, kind }) {
  const others = sides.slice(1, 4).map((side) => [`${side.about.project} ${side.about.projectName}`, placeOf(side), kind === 'digging' && spanOf(side)].filter(Boolean).join(' · '));
  const left = Math.max(0, sides.length - 4) + hidden;
  return [kind === 'digging' && spanOf(sides[0]), ...others.map((text) => t('finding.other', { text })), left > 0 && t('finding.others', { count: left })].filter(Boolean);
}

const spanOf = ({ from, to }) => (!from ? null : from === to ? t('finding.span-day', { day: day(from) }) : t('finding.span', { from: day(from), to: day(to) }));

/** The planner's map at its place, with the works of all projects there; else at its footprint, else at its project. */
export function urlOf({ sides: [{ about, footprint }], place }) {
  const query = new URLSearchParams({ ...(!place && { project: about.project }), ...(footprint && { footprint }), ...(place && { view: `${place.lat.toFixed(5)},${place.lon.toFixed(5)},${VIEW_ZOOM}` }) });
  return `/?${query}`.replaceAll('%2C', ',');
}
