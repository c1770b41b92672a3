/** The footprints on the map: of the chosen project, or of all when close or asked for. */
import { latLngBounds } from 'leaflet';
import { CanvasLayer } from '/shared/canvas-layer.js';
import { drawGrid } from '/shared/map-furniture.js';
import { drawLines } from '/shared/draw-lines.js';
import { drawGaps } from '/shared/draw-gaps.js';
import { drawStations } from '/shared/draw-stations.js';
import { drawCount, drawPlaces } from '/shared/draw-places.js';
import { boxesMeet } from '/shared/world.js';
import { prepare } from '/shared/works.js';
import { linesOf } from '/shared/measure.js';
import { length } from '/shared/format.js';
import { t } from '/shared/i18n.js';
import { state, change, watch } from './state.js';
import { leadUnit, planProject, worksLight } from './lookup.js';
import { lookUp } from './load.js';
import { coveredPx } from './panes.js';
import { BARE_FROM } from './choropleth.js';

const ALL_FROM = 12;
const COUNT_UP_TO = 12.25;
const STATIONS_OF_AT_MOST = 80;
const REDRAWN_BY = ['works', 'worksLight', 'worksUnit', 'worksTownship', 'township', 'footprint', 'highlight', 'features', 'layer', 'plan'];

/** Returns {shown(): prepared works on the screen's map, at(worldPoint, tolerance)}. */
export function startWorks(map, ground, control, names) {
  let works = [];
  let asked = '';
  const layer = new CanvasLayer((context, frame) => paint(context, frame, works.filter(passes), ground, names, map)).addTo(map);

  const read = async () => {
    const wanted = state.project || state.works || map.getZoom() >= ALL_FROM;
    const key = wanted ? `${state.project}|${state.day}|${state.progress?.revision}` : '';
    if (key === asked) return;
    asked = key;
    if (!wanted) return change({ features: [] });
    try {
      const answer = await lookUp('/api/footprints', { project: state.project });
      if (asked === key) change({ features: answer.features });
    } catch (failure) {
      if (asked === key) change({ failure });
      asked = '';
    }
  };
  watch(['project', 'works', 'day', 'progress'], read);
  map.on('zoomend', read);
  watch(['features'], ({ features }) => { works = features.map(prepare); });
  watch(REDRAWN_BY, () => layer.redraw());
  watch(['footprint', 'features'], () => comeClose(map, works, control));
  return { shown: () => works.filter(passes) };
}

function passes({ properties }) {
  if (state.project && properties.project !== state.project) return false;
  const project = planProject(properties.project);
  if (state.worksLight && worksLight(properties) !== state.worksLight) return false;
  if (state.worksUnit && (!project || leadUnit(project).code !== state.worksUnit)) return false;
  return !(state.worksTownship && state.township) || properties.townships?.some((t) => t.code === state.township);
}

function paint(context, frame, works, ground, names, map) {
  if (frame.zoom >= BARE_FROM && state.layer === 'vector') drawGrid(context, frame, map.getCenter().lat);
  const seen = works.filter((work) => boxesMeet(work.box, frame.box));
  const lines = seen.filter((work) => work.kind === 'line');
  const places = seen.filter((work) => work.kind !== 'line');
  const missing = missingOf(lines);
  const taken = [];
  drawLines(context, frame, lines, missing, state.footprint);
  drawGaps(context, frame, lines, missing, (metres) => t('works.gap', { length: length(metres) }), taken);
  const chosen = lines.filter((work) => work.code === state.footprint);
  drawStations(context, frame, chosen.length || lines.length > STATIONS_OF_AT_MOST ? chosen : lines, taken);
  const iconOf = (work) => planProject(work.properties.project)?.icon;
  if (frame.zoom > COUNT_UP_TO) return drawPlaces(context, frame, places, iconOf, state.footprint);
  const shown = places.filter((work) => work.code === state.footprint);
  countByTownship(places).forEach(([code, list]) => {
    if (!ground.townships.some((t) => t.code === code)) return;
    const { x, y } = names.at(code);
    drawCount(context, frame, [x, y], state.project ? iconOf(list[0]) : 'flag', list.length, 20);
  });
  return drawPlaces(context, frame, shown, iconOf, state.footprint);
}

/** Red only where something is chosen: the ranges asked for, else what the chosen line lacks. */
function missingOf(lines) {
  if (state.highlight) return state.highlight;
  const chosen = lines.find((work) => work.code === state.footprint);
  return chosen ? { [chosen.code]: chosen.missing } : null;
}

function countByTownship(places) {
  const groups = new Map();
  for (const work of places) {
    const code = work.properties.townships?.[0]?.code;
    groups.set(code, [...(groups.get(code) ?? []), work]);
  }
  return [...groups];
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
