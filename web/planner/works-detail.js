/** Whole footprints, with measures, of those that show stations, a choice or missing ranges while the others are drawn from tiles. */
import { prepare } from '/shared/works.js';
import { toWorld } from '/shared/world.js';
import { state, watch } from './state.js';
import { lookUp } from './load.js';

const FROM = 13;
const NAMED_AT_MOST = 40;
/** Boxes of whole cells are asked for, so that a small pan asks nothing. */
const CELL_DEGREES = 0.02;

/** few(): whether so few lines are on the screen that all show their stations. → {works(): prepared} */
export function startDetail(map, tiles, few, changed) {
  let around = [];
  let named = [];
  let asked = '';
  let chosen = [];

  async function readAround() {
    const wanted = tiles.on() && map.getZoom() >= FROM && few();
    const key = wanted ? `${boxOf(map)}|${state.day}|${state.progress?.revision}` : '';
    if (key === asked) return;
    asked = key;
    const features = wanted ? await fetched('/api/footprints', { bbox: boxOf(map), project: state.project }) : [];
    if (asked !== key) return;
    around = features.map(prepare);
    changed();
  }

  async function readNamed() {
    const codes = [...new Set([state.footprint, ...Object.keys(state.highlight ?? {})])].filter(Boolean).slice(0, NAMED_AT_MOST);
    const mine = chosen = tiles.on() ? codes : [];
    const found = await Promise.all(mine.map((code) => fetched(`/api/footprints/${encodeURIComponent(code)}`)));
    if (mine !== chosen) return;
    named = found.flat().map(prepare);
    changed();
  }

  map.on('moveend', readAround);
  watch(['footprint', 'highlight', 'tiled', 'progress'], readNamed);
  watch(['tiled', 'progress'], readAround);
  return {
    around: () => around,
    named: () => named,
    /** When tiles have come, there may be few. */
    again: readAround,
  };
}

/** What cannot be had is not shown in detail. */
async function fetched(path, params) {
  const answer = await lookUp(path, params).catch(() => null);
  return answer?.features ?? (answer ? [answer] : []);
}

function boxOf(map) {
  const b = map.getBounds();
  const down = (degrees) => Math.floor(degrees / CELL_DEGREES) * CELL_DEGREES;
  return [down(b.getWest()), down(b.getSouth()), down(b.getEast()) + CELL_DEGREES, down(b.getNorth()) + CELL_DEGREES].map((n) => n.toFixed(2)).join(',');
}

/** The map's view in world fractions. */
export function viewOf(map) {
  const b = map.getBounds();
  const [minX, minY] = toWorld([b.getWest(), b.getNorth()]);
  const [maxX, maxY] = toWorld([b.getEast(), b.getSouth()]);
  return { minX, minY, maxX, maxY };
}
