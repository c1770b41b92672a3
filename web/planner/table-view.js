/** The map as a table: townships by project, each cell a light with its word. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { lightSign, light, rank } from '/shared/light.js';
import { icon } from '/shared/icons.js';
import { change, state, watch } from './state.js';
import { chooseProject, chooseTownship } from './choose.js';
import { counts } from './panel-parts.js';

export function startTable(box) {
  const toggle = el('button', { class: 'float tool', type: 'button', id: 'table-toggle', on: { click: () => change({ table: !state.table }) } });
  document.getElementById('table-tool').append(toggle);
  watch(['table'], () => {
    box.hidden = !state.table;
    put(toggle, icon(state.table ? 'map' : 'table', 15), t(state.table ? 'table.to-map' : 'table.to-table'));
    toggle.setAttribute('aria-pressed', String(state.table));
  });
  watch(['table', 'progress', 'plan', 'township', 'project'], () => { if (state.table && state.plan && state.progress) put(box, table()); });
}

function table() {
  const projects = state.progress.projects.filter((p) => Object.values(p.townshipLights ?? {}).some((code) => code !== 'none'));
  const names = new Map(state.plan.projects.map((p) => [p.number, p]));
  const townships = [...state.progress.townships].sort((a, b) => rank(a.light) - rank(b.light) || a.code.localeCompare(b.code));
  return el('table', { class: 'lights-table' },
    el('caption', null, t('table.caption')),
    el('thead', null, el('tr', null, el('th', { scope: 'col' }, t('table.township')), el('th', { scope: 'col' }, t('table.light')),
      projects.map((p) => el('th', { scope: 'col', class: p.number === state.project ? 'chosen' : null },
        el('button', { type: 'button', title: names.get(p.number)?.shortName, 'aria-label': `${p.number} ${names.get(p.number)?.shortName}`, on: { click: () => chooseProject(p.number) } }, el('b', null, String(p.number)), el('span', null, names.get(p.number)?.shortName)))),
      el('th', { scope: 'col', class: 'start counts' }, t('table.counts')))),
    el('tbody', null, townships.map((x) => el('tr', { class: x.code === state.township ? 'chosen' : null },
      el('th', { scope: 'row' }, el('button', { type: 'button', on: { click: () => chooseTownship(x.code) } }, x.name)), el('td', null, light(x.light, 14)),
      projects.map((p) => el('td', null, cell(p.townshipLights[x.code] ?? 'none'))), el('td', { class: 'start counts' }, counts(x.counts))))));
}

const cell = (code) => lightSign(code, 14);
