/** On a phone one of list, map and answer is shown; below 1280 the answer is a sheet over the map. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { watch } from './state.js';

const PANES = { list: 'list', map: 'map', panel: 'help' };
const columns = document.querySelector('.columns');

export function startPanes(box) {
  const buttons = Object.entries(PANES).map(([name, picture]) =>
    el('button', { type: 'button', data: { pane: name }, on: { click: () => showPane(name) } },
      icon(picture, 20), el('span', null, t(`panes.${name}`))));
  put(box, buttons);
  showPane('map');
  let first = true;
  watch(['project', 'township', 'footprint'], ({ project, township, footprint }) => {
    columns.classList.toggle('chosen', Boolean(project || township || footprint));
    if (!first) showPane(project || township || footprint ? 'panel' : 'map');
    first = false;
  });
}

/** list, map or panel; only narrow screens see a difference. */
export function showPane(name) {
  columns.dataset.pane = name;
  document.querySelectorAll('#panes button').forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.pane === name)));
}
