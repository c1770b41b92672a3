/** On a phone one of list, map and answer is shown; below 1280 the answer is a sheet over the map. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { watch } from './state.js';

const PANES = { list: 'list', map: 'map', panel: 'help' };
const SHEET = matchMedia('(min-width: 768px) and (max-width: 1279px)');
const columns = document.querySelector('.columns');

export function startPanes(box) {
  const buttons = Object.entries(PANES).map(([name, picture]) =>
    el('button', { type: 'button', data: { pane: name }, on: { click: () => showPane(name) } },
      icon(picture, 20), el('span', null, t(`panes.${name}`))));
  put(box, buttons);
  showPane('map');
  watch(['project', 'township', 'footprint'], ({ project, township, footprint }) => {
    columns.classList.toggle('chosen', Boolean(project || township || footprint));
    showPane(project || township || footprint ? 'panel' : 'map');
  });
  watch(['highlight'], ({ highlight }) => { if (highlight) showPane('map'); });
}

/** How many pixels of the map's right side the sheet covers. */
export const coveredPx = () => (columns.classList.contains('chosen') && SHEET.matches ? document.getElementById('panel').offsetWidth : 0);

/** list, map or panel; only narrow screens see a difference. */
export function showPane(name) {
  columns.dataset.pane = name;
  document.querySelectorAll('#panes button').forEach((b) => b.setAttribute('aria-pressed', String(b.dataset.pane === name)));
}
