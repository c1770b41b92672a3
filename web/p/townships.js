/** The small district map, its legend with counts, and the same as a table. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { getJson } from '/shared/api.js';
import { number, unit } from '/shared/format.js';
import { light, lightSign, lightSwatch, lightWord, LIGHTS } from '/shared/light.js';
import { districtSvg, withheldSwatch } from '/shared/district-svg.js';

export const WITHHELD = 'withheld';
const SIZE = { width: 200, height: 340, label: 12 };
let base = null;

/** Read once per page; the ground changes with a publication at most. */
export const readBase = () => (base ??= getJson('/api/published/base').catch((problem) => { base = null; throw problem; }));

export function townships(p, facts) {
  const counts = count(p, facts);
  const told = Object.values(p.townships).filter((code) => code !== WITHHELD).length;
  if (!Object.keys(p.townships).length) return el('section', null, el('h2', null, t('public.townships')), el('p', { class: 'muted' }, t('public.whole-district')));
  const map = el('div', { class: 'public-map', role: 'img', 'aria-label': t('public.map-aloud', { name: p.shortName }) });
  readBase().then((read) => put(map, districtSvg({ base: read, lights: p.townships, size: SIZE })), () => put(map, el('p', { class: 'muted' }, t('public.no-map'))));
  return el('section', { class: 'public-townships' },
    el('h2', null, told ? t('public.involved', { count: told }) : t('public.townships')),
    el('div', { class: 'public-split' }, map, el('div', null, legend(counts), note(p))),
    table(p, facts));
}

function count(p, facts) {
  const counts = {};
  for (const { code } of facts.townships) {
    const key = p.townships[code] ?? 'none';
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function legend(counts) {
  return el('ul', { class: 'public-legend' }, [...LIGHTS, WITHHELD].filter((code) => counts[code]).map((code) =>
    el('li', null, code === WITHHELD ? withheldSwatch() : lightSwatch(code), code === WITHHELD ? el('span') : lightSign(code, 16, true),
      code === WITHHELD ? t('public.withheld') : lightWord(code), el('b', null, String(counts[code])))));
}

function note(p) {
  if (p.care === 'public') return null;
  return el('p', { class: 'public-note' }, t(`public.care-${p.care}`));
}

/** Figures are those of the indicator that gives the project's percent. */
function table(p, facts) {
  const main = p.tracks.flatMap((track) => track.indicators).find((i) => i.code === p.percent?.indicator);
  const shares = new Map((main?.shares ?? []).map((share) => [share.township, share]));
  const rows = facts.townships.filter(({ code }) => p.townships[code]);
  return el('details', null, el('summary', null, t('public.as-table')), el('table', { class: 'table' },
    el('thead', null, el('tr', null, el('th', { scope: 'col' }, t('public.township')), el('th', { scope: 'col', class: 'start' }, t('public.light')),
      main && el('th', { scope: 'col' }, `${t('progress.verified')} / ${t('public.share')} (${unit(main.unit)})`))),
    el('tbody', null, rows.map((town) => el('tr', null, el('th', { scope: 'row' }, town.name),
      el('td', { class: 'start' }, p.townships[town.code] === WITHHELD ? t('public.withheld') : light(p.townships[town.code], 14)),
      main && el('td', null, figures(shares.get(town.code), main)))))));
}

function figures(share, { decimals }) {
  if (!share) return '—';
  return share.withheld ? t('public.withheld') : `${number(share.verified, decimals)} / ${number(share.target, decimals)}`;
}
