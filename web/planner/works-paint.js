/** Draws the footprints: all of them where they are features; over tiles only what stands on them and what needs measures. */
import { drawLines } from '/shared/draw-lines.js';
import { drawGaps } from '/shared/draw-gaps.js';
import { drawStations } from '/shared/draw-stations.js';
import { cells, drawCount, drawPlaces, drawSigns } from '/shared/draw-places.js';
import { boxesMeet } from '/shared/world.js';
import { length } from '/shared/format.js';
import { t } from '/shared/i18n.js';
import { state } from './state.js';
import { leadUnit, planProject, worksLight } from './lookup.js';

export const COUNT_UP_TO = 12.25;
export const STATIONS_OF_AT_MOST = 80;

/** Each footprint once, though it may lie in several tiles. */
const once = (works) => [...new Map(works.map((work) => [work.code, work])).values()];
export const linesIn = (tiles, box) => once(tiles.worksIn(box).filter((work) => work.kind === 'line'));
/** Points and areas. */
export const signsIn = (tiles, box) => once(tiles.worksIn(box).filter((work) => work.kind !== 'line'));

/** What stands on the tiles: signs, and what needs measures. */
export function paintOverTiles(context, frame, { tiles, detail, ground, nameAt }) {
  const taken = [];
  const named = detail.named().filter((work) => work.kind === 'line');
  const missing = missingOf(named);
  const drawn = named.filter((work) => work.code === state.footprint || missing?.[work.code]);
  if (drawn.length) drawLines(context, frame, drawn, missing, state.footprint);
  drawGaps(context, frame, named, missing, gapText, taken);
  const chosen = named.filter((work) => work.code === state.footprint);
  drawStations(context, frame, chosen.length ? chosen : detail.around().filter((work) => work.kind === 'line' && passes(work)), taken);
  const iconOf = (work) => planProject(work.properties.project)?.icon;
  if (frame.zoom > COUNT_UP_TO) return drawSigns(context, frame, signsIn(tiles, frame.box), iconOf, state.footprint, cells);
  const byTownship = new Map();
  for (const one of tiles.counts(frame.box).filter(passes)) byTownship.set(one.township, [...(byTownship.get(one.township) ?? []), one]);
  byTownship.forEach((list, code) => countAt(context, frame, code, list, list.reduce((sum, { count }) => sum + count, 0), { ground, nameAt, iconOf }));
  return drawPlaces(context, frame, detail.named().filter((work) => work.kind !== 'line' && work.code === state.footprint), iconOf, state.footprint);
}

function countAt(context, frame, code, list, count, { ground, nameAt, iconOf }) {
  const at = ground.townships.some((t) => t.code === code) && nameAt(code);
  if (at) drawCount(context, frame, [at.x, at.y], state.project ? iconOf(list[0]) : 'flag', count, 20);
}

const gapText = (metres) => t('works.gap', { length: length(metres) });

/** Whether the filters of the layers menu show it. */
export function passes({ properties }) {
  if (state.project && properties.project !== state.project) return false;
  const project = planProject(properties.project);
  if (state.worksLight && worksLight(properties) !== state.worksLight) return false;
  if (state.worksUnit && (!project || leadUnit(project).code !== state.worksUnit)) return false;
  return !(state.worksTownship && state.township) || properties.townships?.some((t) => t.code === state.township);
}

/** Everything, of features. */
export function paint(context, frame, works, ground, nameAt) {
  const seen = works.filter((work) => boxesMeet(work.box, frame.box));
  const lines = seen.filter((work) => work.kind === 'line');
  const places = seen.filter((work) => work.kind !== 'line');
  const missing = missingOf(lines);
  const taken = [];
  drawLines(context, frame, lines, missing, state.footprint);
  drawGaps(context, frame, lines, missing, gapText, taken);
  const chosen = lines.filter((work) => work.code === state.footprint);
  drawStations(context, frame, chosen.length || lines.length > STATIONS_OF_AT_MOST ? chosen : lines, taken);
  const iconOf = (work) => planProject(work.properties.project)?.icon;
  if (frame.zoom > COUNT_UP_TO) return drawPlaces(context, frame, places, iconOf, state.footprint);
  const shown = places.filter((work) => work.code === state.footprint);
  countByTownship(places).forEach(([code, list]) => countAt(context, frame, code, list, list.length, { ground, nameAt, iconOf }));
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
