/** Where there are more footprints than a page should hold, they come as vector tiles; what needs measures is fetched for the few that show them. */
import { TileLayer, eachTile, tilesIn } from '/shared/tile-layer.js';
import { tileSource } from '/shared/tile-source.js';
import { worksOf } from '/shared/tile-works.js';
import { drawLines } from '/shared/draw-lines.js';
import { drawAreas } from '/shared/draw-places.js';
import { boxesMeet, worldSize } from '/shared/world.js';
import { plainZoom } from '/shared/ui-scale.js';
import { state, change, watch } from './state.js';
import { MANY, countFootprints } from './how-many.js';
import { viewOf } from './works-detail.js';

const LAYERS = ['footprints', 'completed'];
const COUNTS_AT = 8;
const NOTED_MS = 150;
const SLOW_MS = 1500;
/** Within which numbers are read that the stream told of; what moves nothing on the map, as a new day, is told without a place. */
const HEARD_MS = 20_000;
/** Tiles are drawn at 256 to 512 pixels: what they simplify (a quarter of a pixel at 256) stays out of sight. */
const tileZoom = (zoom) => Math.min(16, Math.max(9, Math.floor(zoom)));

/** passes(work): whether it is shown; areasFrom: zoom from which areas are drawn; changed(): what stands on the tiles is to be drawn again. */
export function startTiles(map, passes, areasFrom, changed) {
  let on = false;
  const address = ({ layer, z, x, y }) => `/tiles/${layer}/${z}/${x}/${y}.mvt${state.day ? `?asOf=${state.day}` : ''}`;
  const source = tileSource(address, ({ z, x, y }) => {
    since = source.busy() ? since || Date.now() : 0;
    if (z !== COUNTS_AT) layer.redraw(boxOfTile(z, x, y), z === zoomNow() && !slow() ? ripe : undefined);
    note();
  });
  const layer = new TileLayer(paint);

  /** When tiles are slow and the map stands, what has come is drawn at once. */
  let since = 0;
  const slow = () => since && Date.now() - since > SLOW_MS;

  const zoomNow = () => tileZoom(plainZoom(map.getZoom()));
  /** Whether nothing more is coming for a canvas: each is drawn once, not with every tile that it shows a corner of. */
  const ripe = (box) => !tilesIn(box, zoomNow()).some((place) => LAYERS.some((name) => source.awaits({ ...place, layer: name })));

  /** What stands on the tiles is drawn when all are there, and now and then before. */
  let noted = 0;
  function note() {
    if (noted && source.busy()) return;
    clearTimeout(noted);
    noted = setTimeout(() => { noted = 0; changed(); tell(); }, source.busy() ? NOTED_MS : 0);
  }

  /** Whether the view lacks tiles. */
  function tell() {
    const lacks = (place) => LAYERS.some((layer) => source.missing({ ...place, layer }));
    change({ unreadTiles: on && tilesIn(viewOf(map), zoomNow()).some(lacks) });
  }

  function paint(context, frame) {
    eachTile(context, frame, tileZoom(frame.zoom), (place) => {
      const works = worksAt(place).filter((work) => boxesMeet(work.box, frame.box) && passes(work));
      if (frame.zoom > areasFrom) drawAreas(context, frame, works);
      drawLines(context, frame, works.filter((work) => work.kind === 'line'), null, null);
    });
  }

  /** Of the tile, or of what is there in its place until it comes. Nothing is shown as not done because that could not be read. */
  function worksAt(place) {
    const completed = source.find({ ...place, layer: 'completed' });
    const footprints = source.best({ ...place, layer: 'footprints' });
    if (!footprints) return [];
    const same = footprints.place.z === place.z;
    const done = same ? completed : source.best({ ...footprints.place, layer: 'completed' })?.features;
    return done ? worksOf(footprints.features, done) : [];
  }

  function worksIn(box) {
    return tilesIn(box, zoomNow()).flatMap(worksAt).filter((work) => boxesMeet(work.box, box) && passes(work));
  }

  /** Number of points and areas by township and indicator: [{township, properties, count}]. */
  function counts(box) {
    const found = new Map();
    for (const place of tilesIn(box, COUNTS_AT)) {
      for (const { properties: p } of source.find({ ...place, layer: 'footprints' }) ?? []) {
        if (p.kind !== 'line') found.set(`${p.townships} ${p.indicator}`, { township: p.townships, properties: { ...p, townships: [{ code: p.townships }] }, count: p.count });
      }
    }
    return [...found.values()];
  }

  let revision = null;
  watch(['moved'], ({ moved }) => {
    if (moved && !state.day) source.stale(moved.boxes);
  });
  watch(['progress'], ({ progress }) => {
    const another = revision !== null && revision !== progress?.revision;
    // the stream is down: nobody said where
    if (another && performance.now() - state.heardAt > HEARD_MS && !state.day) source.stale(null);
    revision = progress?.revision ?? null;
    if (on && state.worksLight) layer.redraw();
  });
  watch(['day'], () => { source.clear(); if (on) layer.redraw(); });
  map.on('moveend', tell);
  map.on('move', () => { since = 0; });

  return {
    /** Whether the chosen project, or all, have too many footprints. */
    many: async () => await countFootprints(state.project) > MANY,
    show(wanted) {
      if (on === wanted) return;
      on = wanted;
      if (on) layer.addTo(map);
      else layer.remove();
      tell();
    },
    on: () => on,
    redraw: () => { if (on) layer.redraw(); },
    worksIn, counts,
    /** Those within reach of a place in world fractions. */
    near(at, px) {
      const reach = px / worldSize(plainZoom(map.getZoom()));
      return worksIn({ minX: at[0] - reach, minY: at[1] - reach, maxX: at[0] + reach, maxY: at[1] + reach });
    },
  };
}

const boxOfTile = (z, x, y) => ({ minX: x / 2 ** z, minY: y / 2 ** z, maxX: (x + 1) / 2 ** z, maxY: (y + 1) / 2 ** z });
