/** A canvas over the map that somebody else draws on, in layer pixels; it follows pans and zooms by itself. */
import { Bounds, DomUtil, Renderer } from 'leaflet';
import { worldSize } from './world.js';
import { plainZoom, uiScale } from './ui-scale.js';

/**
 * draw(ctx, frame): frame = {zoom, scale, origin: {x, y}, box}; a world fraction (x, y) lies at
 * (x · scale − origin.x, y · scale − origin.y), and `box` is what is visible, in world fractions.
 * On a very large screen the context is scaled and the frame is that of an ordinary one.
 */
export const CanvasLayer = Renderer.extend({
  options: { padding: 0.15, pane: 'works' },

  initialize(draw, options) {
    Renderer.prototype.initialize.call(this, options);
    this._paint = draw;
  },

  redraw() {
    if (!this._map || !this._bounds) return;
    const { min, max } = this._bounds;
    const ratio = devicePixelRatio || 1;
    const context = this._container.getContext('2d');
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, this._container.width, this._container.height);
    const ui = uiScale();
    context.setTransform(ratio * ui, 0, 0, ratio * ui, -min.x * ratio, -min.y * ratio);
    const zoom = this._map.getZoom();
    const scale = worldSize(zoom);
    const origin = this._map.getPixelOrigin();
    const box = { minX: (min.x + origin.x) / scale, minY: (min.y + origin.y) / scale, maxX: (max.x + origin.x) / scale, maxY: (max.y + origin.y) / scale };
    this._paint(context, { zoom: plainZoom(zoom), scale: scale / ui, origin: origin.divideBy(ui), box });
  },

  _initContainer() {
    this._container = DomUtil.create('canvas', 'works-canvas');
    this._container.setAttribute('aria-hidden', 'true');
  },

  _destroyContainer() {
    DomUtil.remove(this._container);
    delete this._container;
  },

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    Renderer.prototype._update.call(this);
    const bounds = this._bounds = new Bounds(this._bounds.min.round(), this._bounds.max.round());
    const size = bounds.getSize();
    const ratio = devicePixelRatio || 1;
    DomUtil.setPosition(this._container, bounds.min);
    this._container.width = size.x * ratio;
    this._container.height = size.y * ratio;
    this._container.style.width = `${size.x}px`;
    this._container.style.height = `${size.y}px`;
    this.redraw();
  },
});
