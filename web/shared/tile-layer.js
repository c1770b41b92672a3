/**
 * Canvases in a grid that somebody else draws on, at the map's exact zoom: a pan moves what is drawn, and only new canvases are painted.
 * Vector tiles are of whole zooms; each is drawn inside its own edges.
 */
import { DomUtil, GridLayer, point } from 'leaflet';
import { worldSize } from './world.js';
import { plainZoom, uiScale } from './ui-scale.js';

const SIZE = 256;
const WAIT_MS = 8;

/** paint(context, frame): as of canvas-layer.js, with the canvas' own box; called again by redraw(box). */
export const TileLayer = GridLayer.extend({
  options: { pane: 'works', tileSize: SIZE, updateWhenIdle: false, keepBuffer: 1, noWrap: true },

  initialize(paint, options) {
    GridLayer.prototype.initialize.call(this, options);
    this._draw = paint;
    this._waiting = new Set();
  },

  /** All canvases, or those that a box in world fractions meets and that are ripe by their own box; not all in one frame. */
  redraw(box = null, ripe = () => true) {
    for (const tile of Object.values(this._tiles ?? {})) {
      if (!box || (meet(boxAt(tile.coords), box) && ripe(boxAt(tile.coords)))) this._waiting.add(tile);
    }
    if (this._waiting.size && !this._frame) this._frame = requestAnimationFrame(() => this._drawSome());
    return this;
  },

  _drawSome() {
    const until = performance.now() + WAIT_MS;
    for (const tile of this._waiting) {
      this._waiting.delete(tile);
      if (tile.el.isConnected) this._drawOne(tile.el, tile.coords);
      if (performance.now() > until) break;
    }
    this._frame = this._waiting.size ? requestAnimationFrame(() => this._drawSome()) : 0;
  },

  createTile(coords) {
    const canvas = DomUtil.create('canvas', 'leaflet-tile-loaded'); // there at once: what is under it goes away at once
    canvas.setAttribute('aria-hidden', 'true');
    this._drawOne(canvas, coords);
    return canvas;
  },

  _drawOne(canvas, coords) {
    const ratio = devicePixelRatio || 1;
    canvas.width = canvas.height = SIZE * ratio;
    const ui = uiScale();
    const context = canvas.getContext('2d');
    context.setTransform(ratio * ui, 0, 0, ratio * ui, 0, 0);
    const origin = point(coords.x, coords.y).multiplyBy(SIZE / ui);
    this._draw(context, { zoom: plainZoom(coords.z), scale: worldSize(coords.z) / ui, origin, box: boxAt(coords) });
  },

  /** Leaflet's own takes whole zooms and lets the browser stretch them. */
  _setView(center, zoom, noPrune, noUpdate) {
    if (!noUpdate || zoom !== this._tileZoom) {
      this._tileZoom = zoom;
      this._updateLevels();
      this._resetGrid();
      this._update(center);
      if (!noPrune) this._pruneTiles();
      this._noPrune = Boolean(noPrune);
    }
    this._setZoomTransforms(center, zoom);
  },

  /** Without fading in. */
  _tileReady(coords, error, tile) {
    const known = this._tiles[this._tileCoordsToKey(coords)];
    if (!known || known.el !== tile) return;
    known.loaded = Number(new Date());
    known.active = true;
    this._pruneTiles();
  },
});

/** Runs draw(place) clipped to each vector tile of a whole zoom that the frame shows. */
export function eachTile(context, { scale, origin, box }, z, draw) {
  for (const place of tilesIn(box, z)) {
    const [left, top, size] = [(place.x / 2 ** z) * scale - origin.x, (place.y / 2 ** z) * scale - origin.y, scale / 2 ** z];
    context.save();
    context.beginPath();
    context.rect(left, top, size, size);
    context.clip();
    draw(place);
    context.restore();
  }
}

/** [{z, x, y}] of the tiles that meet a box in world fractions. */
export function tilesIn(box, z) {
  const n = 2 ** z;
  const whole = (fraction) => Math.min(n - 1, Math.max(0, Math.floor(fraction * n)));
  const places = [];
  for (let x = whole(box.minX); x <= whole(box.maxX); x++) for (let y = whole(box.minY); y <= whole(box.maxY); y++) places.push({ z, x, y });
  return places;
}

function boxAt({ x, y, z }) {
  const share = SIZE / worldSize(z);
  return { minX: x * share, minY: y * share, maxX: (x + 1) * share, maxY: (y + 1) * share };
}

const meet = (a, b) => a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;
