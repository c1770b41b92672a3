/** The footprints on the map: of the chosen project, or of all when close or asked for. */
import { latLngBounds } from 'leaflet';
import { CanvasLayer } from '/shared/canvas-layer.js';
import { drawGrid } from '/shared/map-furniture.js';
import { cells, crowds } from '/shared/draw-places.js';
import { worldSize } from '/shared/world.js';
import { plainZoom } from '/shared/ui-scale.js';
import { prepare } from '/shared/works.js';
import { linesOf } from '/shared/measure.js';
import { state, change, watch } from './state.js';
import { lookUp } from './load.js';
import { coveredPx } from './panes.js';
import { BARE_FROM } from './choropleth.js';
import { COUNT_UP_TO, STATIONS_OF_AT_MOST, linesIn, paint, paintOverTiles, passes, signsIn } from './works-paint.js';
import { startTiles } from './works-tiles.js';
import { startDetail, viewOf } from './works-detail.js';

const ALL_FROM = 12;
const AGAIN_MS = 5000;
const REDRAWN_BY = ['works', 'worksLight', 'worksUnit', 'worksTownship', 'township', 'footprint', 'highlight', 'features', 'layer', 'plan'];

/**
 * nameAt(township code): where its name stands, missing until names are placed.
 * Returns {near(worldPoint, px): prepared works that may lie there, together(work): the count it is drawn as part of, or itself alone, placed(): names were placed}.
 */
export function startWorks(map, ground, control, nameAt) {
  let works = [];
  let asked = '';
  let again = 0;
  let told = null;
  const tiles = startTiles(map, passes, COUNT_UP_TO, () => { layer.redraw(); detail.again(); });
  const few = () => linesIn(tiles, viewOf(map)).length <= STATIONS_OF_AT_MOST;
  const detail = startDetail(map, tiles, few, () => { layer.redraw(); if (tiles.on()) comeClose(map, detail.named(), control); });
  const grid = (context, frame) => {
    if (frame.zoom >= BARE_FROM && state.layer === 'vector') drawGrid(context, frame, map.getCenter().lat);
  };
  const under = new CanvasLayer(grid, { pane: 'borders' }); // the tiles lie above it, all else above the tiles
  const layer = new CanvasLayer((context, frame) => {
    if (!tiles.on()) grid(context, frame);
    if (tiles.on()) paintOverTiles(context, frame, { tiles, detail, ground, nameAt });
    else paint(context, frame, works.filter(passes), ground, nameAt);
  }).addTo(map);

  const read = async () => {
    const wanted = state.project || state.works || map.getZoom() >= ALL_FROM;
    const key = wanted ? `${state.project}|${state.day}|${state.progress?.revision}` : '';
    if (key === asked) return;
    asked = key;
    clearTimeout(again);
    if (!wanted) return show(false, []);
    try {
      const many = await tiles.many();
      const features = many ? [] : (await lookUp('/api/footprints', { project: state.project })).features;
      if (asked === key) show(many, features);
    } catch (failure) {
      if (asked !== key) return;
      told = failure;
      change({ failure, unreadWorks: true });
      asked = '';
      clearTimeout(again);
      again = setTimeout(read, AGAIN_MS);
    }
  };
  const show = (tiled, features) => {
    tiles.show(tiled);
    if (tiled) under.addTo(map);
    else under.remove();
    change({ tiled, features, unreadWorks: false, failure: state.failure === told ? null : state.failure });
  };
  watch(['project', 'works', 'day', 'progress'], read);
  map.on('zoomend', read);
  watch(['features'], ({ features }) => { works = features.map(prepare); });
  watch(REDRAWN_BY, () => { layer.redraw(); tiles.redraw(); });
  watch(['layer'], () => under.redraw());
  watch(['footprint', 'features'], () => comeClose(map, works, control));
  return {
    placed: () => { if (plainZoom(map.getZoom()) <= COUNT_UP_TO) layer.redraw(); },
    near: (at, px) => (tiles.on() ? tiles.near(at, px) : works.filter(passes)),
    together(work) {
      const [all, group] = tiles.on() ? [signsIn(tiles, viewOf(map)), cells] : [works.filter((w) => w.kind !== 'line' && passes(w)), crowds];
      return group(all, worldSize(plainZoom(map.getZoom()))).find(({ members }) => members.some(({ code }) => code === work.code))?.members ?? [work];
    },
  };
}

/** A newly chosen footprint that is out of sight or too small to read is brought close, once. */
let shownClose = null;
function comeClose(map, works, control) {
  if (!state.footprint) shownClose = null;
  const work = works.find((w) => w.code === state.footprint);
  if (!work || shownClose === work.code) return;
  shownClose = work.code;
  const { geometry } = work.feature;
  const points = work.kind === 'line' ? linesOf(geometry).flat() : geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates.flat(Infinity).reduce(pairs, []);
  const bounds = latLngBounds(points.map(([lon, lat]) => [lat, lon]));
  if (map.getZoom() < 13 || coveredPx() || !map.getBounds().contains(bounds)) control.fit(bounds);
}

const pairs = (list, value, i) => { if (i % 2) list.at(-1).push(value); else list.push([value]); return list; };
