/** The verified figure first and largest, reported and due beside it. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { number, percent, quantity, unit } from '/shared/format.js';
import { bar } from '/shared/bar.js';

const known = (value) => value !== null && value !== undefined;
const basisOf = (p) => p.tracks.find((track) => track.code === p.track)?.basis;
const all = (p) => p.tracks.flatMap((track) => track.indicators);

export function figure(p) {
  const main = p.percent?.indicator && all(p).find((i) => i.code === p.percent.indicator);
  const verified = p.percent?.verified;
  return el('section', { class: 'public-figure', 'aria-label': t('progress.verified') },
    main && el('p', { class: 'of' }, main.name),
    el('p', { class: 'big' }, main ? quantities(main) : el('b', null, known(verified) ? percent(verified) : t('value.no-percent')),
      main && known(verified) && el('strong', null, percent(verified)),
      !main && known(verified) && el('span', { class: 'second' }, t(basisOf(p) === 'checklist' ? 'public.by-items' : 'public.declared'))),
    known(verified) && bar(p.percent, true),
    known(verified) && el('ul', { class: 'public-key' },
      key('verified', t('progress.verified')), key('reported', t('progress.reported')),
      known(p.percent.planned) && key('due', `${t('progress.due-today')} ${percent(p.percent.planned)}`)));
}

const quantities = (i) => el('b', null, number(i.verified, i.decimals), el('small', null, known(i.target) && ` / ${number(i.target, i.decimals)}`, ` ${unit(i.unit)}`));

const key = (name, text) => el('li', null, el('span', { class: `bar ${name}-key`, 'aria-hidden': 'true' }, el('i', { class: name })), text);

/** Each target of a project with several. */
export function indicators(p) {
  const listed = all(p);
  if (listed.length < 2) return null;
  return el('section', null, el('h2', null, t('public.indicators')), el('ul', { class: 'public-indicators' }, listed.map((i) =>
    el('li', null, el('span', null, i.name),
      el('span', { class: 'end' }, el('b', null, number(i.verified, i.decimals)), known(i.target) && ` / ${quantity(i.target, i.unit, i.decimals)}`),
      known(i.verifiedPercent) && bar({ reported: i.reportedPercent, verified: i.verifiedPercent, planned: i.plannedPercent })))));
}
