/** A project's footprints as a table: how far each is, the least done first; the way to them without the map. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { bar } from '/shared/bar.js';
import { number, quantity } from '/shared/format.js';
import { state } from './state.js';
import { chooseFootprint } from './choose.js';
import { lookUp } from './load.js';
import { section } from './panel-parts.js';

const SHOWN = 8;
let openFor = null;

/** Null where nothing of the project lies on the ground. */
export async function worksTable(project) {
  const { features } = await lookUp('/api/footprints', { project });
  if (!features.length) return null;
  const works = features.map(({ properties: p }) => ({ p, verified: share(p, 'verified'), reported: share(p, 'reported') }))
    .sort((a, b) => a.verified - b.verified || a.reported - b.reported || a.p.code.localeCompare(b.p.code));
  const body = el('tbody');
  const more = el('button', { class: 'text-button', type: 'button', id: 'all-works', on: { click: () => { openFor = project; draw(); } } }, t('works.all', { count: works.length }));
  const draw = () => {
    const all = openFor === project || works.length <= SHOWN;
    put(body, (all ? works : works.slice(0, SHOWN)).map(row));
    more.hidden = all;
  };
  draw();
  return section(t('works.title', { count: works.length }), t('works.columns'), el('table', { class: 'table works-table' }, body), more);
}

function share(p, which) {
  if (p.lengthM) return (100 * (p[which] ?? []).reduce((sum, [from, to]) => sum + to - from, 0)) / p.lengthM;
  if (p.components?.length) return (100 * (p[`${which}Components`]?.length ?? 0)) / p.components.length;
  return p.quantity ? (100 * (p[`${which}Quantity`] ?? 0)) / p.quantity : 0;
}

function row({ p, verified, reported }) {
  return el('tr', { class: p.code === state.footprint ? 'pick chosen' : 'pick', data: { footprint: p.code }, on: { click: () => chooseFootprint(p.code, p.project) } },
    el('td', { class: 'wrap' }, el('button', { class: 'row-button', type: 'button' }, p.name)),
    el('td', { class: 'works-bar' }, bar({ verified, reported })),
    el('td', null, el('b', null, p.state === 'none' ? t('value.unknown') : number(p.verifiedQuantity ?? 0, 2))), el('td', { class: 'muted' }, `/ ${quantity(p.quantity, p.unit, 2)}`));
}
