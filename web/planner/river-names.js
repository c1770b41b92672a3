/** Names of waters in Song, leaning left, one character after the other along the river. */
import { divIcon, marker, point } from 'leaflet';
import { el } from '/shared/dom.js';
import { toWorld, WORLD_PX, worldSize } from '/shared/world.js';

const STEP_PX = 15;
const BESIDE_PX = 11;

export function startRiverNames(map, rivers) {
  const lines = rivers.features.map((feature) => ({
    name: feature.properties.name, line: longest(feature.geometry).map(toWorld),
  }));
  let shown = [];
  const draw = () => {
    shown.forEach((layer) => layer.remove());
    shown = lines.flatMap(({ name, line }) => along(name, line, map.getZoom())).map(([character, x, y]) =>
      marker(map.unproject(point(x, y).multiplyBy(WORLD_PX), 0), {
        pane: 'names', interactive: false, keyboard: false,
        icon: divIcon({ html: el('span', { class: 'water-name', 'aria-hidden': 'true' }, character), className: 'name-anchor', iconSize: null }),
      }).addTo(map));
  };
  map.on('zoomend', draw);
  draw();
}

/** [character, x, y] in world fractions, at a third and two thirds of the river where it is long enough. */
function along(name, line, zoom) {
  const scale = worldSize(zoom);
  const length = line.slice(1).reduce((sum, p, i) => sum + Math.hypot(p[0] - line[i][0], p[1] - line[i][1]), 0) * scale;
  const spread = Math.min(3, Math.max(1, length / 1500));
  if (length < name.length * STEP_PX * 2) return [];
  const starts = length > 2500 ? [0.25, 0.5, 0.75] : length > 300 ? [0.7] : [0.5];
  return starts.flatMap((start) => [...name].map((character, i) => {
    const [x, y, dx, dy] = at(line, (start * length + i * STEP_PX * spread) / scale);
    const side = dx > 0 ? -1 : 1; // always the same bank of a river that runs down the sheet
    return [character, x - (dy * side * BESIDE_PX) / scale, y + (dx * side * BESIDE_PX) / scale];
  }));
}

/** Point and direction at a length along the line; past the end is the end. */
function at(line, length) {
  let left = length;
  for (let i = 1; i < line.length; i++) {
    const [dx, dy] = [line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]];
    const step = Math.hypot(dx, dy);
    if (left <= step || i === line.length - 1) return [line[i - 1][0] + (dx / step) * Math.min(left, step), line[i - 1][1] + (dy / step) * Math.min(left, step), dx / step, dy / step];
    left -= step;
  }
  return [...line[0], 1, 0];
}

const longest = (geometry) => (geometry.type === 'LineString' ? geometry.coordinates
  : [...geometry.coordinates].sort((a, b) => b.length - a.length)[0]);
