/** Below the projects that a search leaves: townships and footprints of that name. */
import { getJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { glyph } from '/shared/icons.js';
import { lightSign } from '/shared/light.js';
import { state, watch } from './state.js';
import { chooseFootprint, chooseTownship } from './choose.js';
import { planProject, townshipLight } from './lookup.js';

const WAIT_MS = 250;
const SHOWN = 8;
const LEAST = 2;

export function startFound(box) {
  let works = { matched: 0, features: [] };
  let timer = null;
  let asked = null;
  const draw = () => {
    const words = state.search.trim();
    const towns = words && state.progress ? state.progress.townships.filter((x) => x.name.includes(words) || x.code === words) : [];
    put(box, towns.length > 0 && group('found.townships', towns.length, towns.slice(0, SHOWN).map((x) => item(lightSign(townshipLight(x.code), 15), x.name, '', () => chooseTownship(x.code)))),
      works.features.length > 0 && group('found.works', works.matched, works.features.map(({ properties: p }) => item(glyph(planProject(p.project)?.icon, 15), p.name, `${p.project} ${planProject(p.project)?.shortName ?? ''}`, () => chooseFootprint(p.code, p.project)))));
  };
  const read = async () => {
    const words = state.search.trim().replace(/[%_\\]/g, '');
    asked?.abort();
    asked = new AbortController();
    if (words.length < LEAST) works = { matched: 0, features: [] };
    else {
      const text = words.replaceAll("'", "''");
      const answer = await getJson('/ogc/collections/internal-footprints/items', { filter: `name LIKE '%${text}%' OR code LIKE '${text}%'`, limit: SHOWN, f: 'json' }, asked.signal).catch((problem) => (problem.name === 'AbortError' ? null : { features: [] }));
      if (!answer) return;
      works = { matched: answer.numberMatched ?? answer.features.length, features: answer.features };
    }
    draw();
  };
  watch(['search'], () => { clearTimeout(timer); timer = setTimeout(read, state.search ? WAIT_MS : 0); draw(); });
  watch(['progress', 'plan', 'project'], draw);
}

const group = (key, count, items) => [el('div', { class: 'row group' }, el('span', null, t(key, { count }))), el('ul', { 'aria-label': t(key, { count }) }, items.map((i) => el('li', null, i)))];

const item = (sign, name, about, act) => el('button', { class: 'row found', type: 'button', on: { click: act } }, el('span'), sign, el('span', { class: 'name' }, name), el('span', { class: 'muted' }, about));
