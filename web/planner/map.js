/** The map: puts its parts together and keeps the view. */
import { breath, el, put } from '/shared/dom.js';
import { createMap, drawGround } from '/shared/base-map.js';
import { furniture, northArrow } from '/shared/map-furniture.js';
import { language, t } from '/shared/i18n.js';
import { uiScale } from '/shared/ui-scale.js';
import { icon } from '/shared/icons.js';
import { watch } from './state.js';
import { startChoropleth } from './choropleth.js';
import { startNames } from './names.js';
import { startRiverNames } from './river-names.js';
import { startInset } from './inset.js';
import { startWorks } from './works-layer.js';
import { startPick } from './pick.js';
import { startPhotoDrops } from './photo-drops.js';
import { enterMeeting } from './meeting.js';
import { startLegend } from './legend.js';
import { startLayers } from './layers.js';
import { coveredPx } from './panes.js';
import { startBasemap } from './basemap.js';

/**
 * view: {lat, lng, zoom} or null for the whole district; noted(view) hears of every move.
 * Returns {show(view), home(), zoom(by), fit(bounds)}.
 */
export function startMap(node, over, view, noted) {
  const map = createMap(node);
  let bounds = null;
  let atHome = !view;
  const home = () => {
    if (!bounds) return;
    atHome = true;
    map.fitBounds(bounds, { ...paddings(map), animate: false });
  };
  const show = (next) => {
    if (!next) return home();
    atHome = false;
    return map.setView([next.lat, next.lng], next.zoom, { animate: false });
  };
  const control = { show, home, zoom: (by) => map.setZoom(map.getZoom() + by), fit: (box) => map.fitBounds(box, { ...paddings(map), maxZoom: 15.5 }) };
  let drawn = false;
  watch(['base'], ({ base }) => {
    if (!base || drawn) return;
    drawn = true;
    const ground = drawGround(map, base);
    bounds = ground.bounds;
    show(view);
    map.on('movestart zoomstart', () => { atHome = false; });
    map.on('moveend', () => noted(atHome ? null : { ...map.getCenter(), zoom: map.getZoom() }));
    map.on('resize', () => { if (atHome) home(); });
    watch(['project', 'township', 'footprint'], () => { if (atHome) home(); });
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(node);
    draw(map, over, base, ground, control);
  });
  return control;
}

/** In three steps, so that the page answers in between; first what asks for tiles. */
async function draw(map, over, base, ground, control) {
  const [legend, layers, inset, basemap] = ['legend', 'layers', 'inset', 'basemap'].map((name) => el('div', { class: `${name}-box` }));
  put(over, inset, el('div', { class: 'map-tools' }, layers, basemap), zoomButtons(control), northArrow(), furniture(map, base), legend);
  startChoropleth(map, ground);
  let names = null;
  const works = startWorks(map, ground, control, (code) => names?.at(code));
  await breath();
  names = startNames(map, ground.townships);
  names.onPlace(works.placed);
  await breath();
  startRiverNames(map, base.rivers, names);
  startInset(map, inset, ground.townships, base.rivers, names);
  startPick(map, ground, works);
  startPhotoDrops(map);
  startLegend(legend, map);
  startLayers(layers);
  startBasemap(basemap, map, ground);
}

function zoomButtons(control) {
  const button = (name, act) => el('button', { class: 'icon-button', type: 'button', 'aria-label': t(`map.${name}`), title: t(`map.${name}`), on: { click: act } },
    icon({ 'zoom-in': 'plus', 'zoom-out': 'minus', home: 'fit' }[name], 16));
  return el('div', { class: 'zoom float' }, button('zoom-in', () => control.zoom(1)), button('zoom-out', () => control.zoom(-1)), button('home', control.home),
    el('button', { class: 'icon-button', type: 'button', id: 'to-meeting', 'aria-label': t('meeting.enter'), title: t('meeting.enter'), on: { click: enterMeeting } }, icon('wall', 18)));
}

/** The district keeps to the left where legend and inset have their place, and clear of the sheet. */
function paddings(map) {
  const [covered, ui] = [coveredPx(), uiScale()];
  const wide = map.getSize().x >= 620 && !covered;
  return { paddingTopLeft: [wide ? 40 * ui : 22, wide ? 18 * ui : covered ? 56 : 30], paddingBottomRight: [wide ? (language() === 'en' ? 340 : 268) * ui : 22 + covered, wide ? 62 * ui : 64] };
}
