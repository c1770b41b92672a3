/** Townships filled by light; the chosen one gets the violet edge. */
import { geoJSON, svg as svgRenderer } from 'leaflet';
import { state, watch } from './state.js';
import { townshipLight } from './lookup.js';

/** From here on the ground is left bare, so that lines can be read. */
export const BARE_FROM = 12.5;

export function startChoropleth(map, ground) {
  const draw = () => {
    const bare = map.getZoom() >= BARE_FROM;
    const opacity = state.layer === 'vector' ? 1 : 0.45;
    for (const { code, path } of ground.townships) {
      path.setStyle({ fillColor: bare ? 'var(--m-land)' : `url(#f-${townshipLight(code)})`, fillOpacity: bare && opacity < 1 ? 0 : opacity });
    }
  };
  watch(['progress', 'project', 'layer'], draw);
  map.on('zoomend', draw);
  startEdge(map, ground);
}

function startEdge(map, ground) {
  let edge = [];
  const renderer = svgRenderer({ pane: 'borders', padding: 0.5 });
  const weigh = () => edge.forEach((layer, i) => layer.setStyle({ weight: (i ? 3.4 : 6) * (map.getZoom() >= BARE_FROM ? 0.6 : 1) }));
  map.on('zoomend', weigh);
  watch(['township'], ({ township }) => {
    edge.forEach((layer) => layer.remove());
    const chosen = ground.townships.find((t) => t.code === township);
    edge = chosen ? ['var(--m-case)', 'var(--select)'].map((color) =>
      geoJSON(chosen.path.feature, { pane: 'borders', renderer, interactive: false, style: { color, fill: false, lineJoin: 'round' } }).addTo(map)) : [];
    weigh();
  });
}
