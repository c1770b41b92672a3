/** A project's footprints as a table: how far each is, the least done first, of very many the first 2,000; the way to them without the map. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { bar } from '/shared/bar.js';
import { number, quantity } from '/shared/format.js';
import { failed, loading } from '/shared/state.js';
import { state } from './state.js';
import { chooseFootprint } from './choose.js';
import { lookUp } from './load.js';
import { MANY, countFootprints } from './how-many.js';
import { section } from './panel-parts.js';

const SHOWN = 8;
let openFor = null;

/** Null where nothing of the project lies on the ground. Of very many only their number, until somebody asks for them. */
export async function worksTable(project) {
  const count = await countFootprints(project);
  if (!count) return null;
  if (count <= MANY || openFor === project) return table(project);
  const place = el('div');
  const alone = section(t('works.title', { count }), null, place);
  const ask = async () => {
    openFor = project;
    put(place, loading());
    await table(project).then((whole) => alone.replaceWith(whole), (problem) => put(place, failed(problem, ask)));
  };
  put(place, el('button', { class: 'text-button', type: 'button', id: 'all-works', on: { click: ask } }, t('works.all', { count })));
  return alone;
}

async function table(project) {
  const { features } = await lookUp('/api/footprints', { project });
  if (!features.length) return null;
  const works = features.map(({ properties: p }) => ({ p, verified: share(p, 'verified'), reported: share(p, 'reported') }))
    .sort((a, b) => a.verified - b.verified || a.reported - b.reported || a.p.code.localeCompare(b.p.code));
  const body = el('tbody');
  const more = el('button', { class: 'text-button', type: 'button', id: 'all-works', on: { click: () => { openFor = project; draw(); } } }, t('works.all', { count: works.length }));
  const draw = () => {
    const rows = works.slice(0, openFor === project ? MANY : SHOWN);
    put(body, rows.map(row));
    more.hidden = openFor === project || rows.length === works.length;
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
