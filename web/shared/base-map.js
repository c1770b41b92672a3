/** The paper map that always works: ground, townships, rivers, outline. No tiles, no network beyond /api/base. */
import { geoJSON, latLngBounds, map as leafletMap, svg as svgRenderer } from 'leaflet';
import { plainZoom, uiScale } from './ui-scale.js';
import { contains, toWorld, worldPolygons } from './world.js';

/** Bottom to top; rasters lie in Leaflet's own tile pane at 200. */
const PANES = { ground: 210, lights: 220, water: 230, borders: 240, works: 420, names: 620, photos: 640 };

/** A map without any of Leaflet's own furniture; the page draws its own. */
export function createMap(node) {
  const map = leafletMap(node, {
    zoomControl: false, attributionControl: false, zoomSnap: 0.1, zoomDelta: 1, wheelPxPerZoomLevel: 110,
    minZoom: 8, maxZoom: 18, maxBoundsViscosity: 0.6, keyboard: false,
    zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  });
  for (const [name, z] of Object.entries(PANES)) map.createPane(name).style.zIndex = z;
  map.getPane('names').style.pointerEvents = 'none';
  return map;
}

/**
 * Draws /api/base. Returns {bounds, townships: [{code, name, shortName, kind, polygons, path}], townshipAt(latlng), setRaster(on)};
 * `path` is the Leaflet layer whose fill says the light.
 */
export function drawGround(map, base) {
  const ui = uiScale();
  const plain = (pane, style) => ({ pane, renderer: svgRenderer({ pane, padding: 0.5 }), interactive: false, style });
  const outline = (pane, style) => geoJSON(base.district, plain(pane, style)).addTo(map);
  outline('ground', { color: 'var(--m-ribbon)', weight: 9 * ui, fill: true, fillColor: 'var(--m-land)', fillOpacity: 1, lineJoin: 'round' });
  const fills = geoJSON(base.townships, plain('lights', { stroke: false, fillColor: 'var(--m-land)', fillOpacity: 1 })).addTo(map);
  const rivers = geoJSON(base.rivers, plain('water', { color: 'var(--m-water)', weight: 2.6, lineCap: 'round' })).addTo(map);
  const borders = geoJSON(base.townships, plain('borders', { color: 'var(--m-town)', weight: 0.9 * ui, fill: false })).addTo(map);
  outline('borders', { color: 'var(--m-district)', weight: 1.6 * ui, dashArray: '9 3 1.5 3', fill: false });

  const townships = fills.getLayers().map((path) => ({
    ...path.feature.properties, polygons: worldPolygons(path.feature.geometry), path,
  }));
  const restyle = () => {
    const close = map.getZoom() >= 13;
    rivers.setStyle({ weight: ui * Math.max(2.2, Math.min(10, (plainZoom(map.getZoom()) - 8) * 1.4)) });
    borders.setStyle(close ? { color: 'var(--m-town-line)', weight: 1.2 * ui, dashArray: '10 3 2 3' } : { color: 'var(--m-town)', weight: 0.9 * ui, dashArray: null });
  };
  map.on('zoomend', restyle);
  const bounds = latLngBounds(geoJSON(base.district).getBounds());
  map.setMaxBounds(bounds.pad(5));
  return {
    bounds, townships,
    townshipAt: ({ lat, lng }) => townships.find((t) => contains(t.polygons, toWorld([lng, lat]))),
    setRaster: (on) => { map.getPane('ground').hidden = on; },
  };
}
