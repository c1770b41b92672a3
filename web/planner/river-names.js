/** Names of waters in Song, leaning left, one character after the other along the river, clear of the townships' names. */
import { divIcon, marker, point } from 'leaflet';
import { el } from '/shared/dom.js';
import { toWorld, WORLD_PX, worldSize } from '/shared/world.js';
import { uiScale } from '/shared/ui-scale.js';
import { overlap } from './names.js';

const STEP_PX = 18;
const BESIDE_PX = 12;
/** Where along the river a name is tried, best first. */
const STARTS = [0.66, 0.72, 0.6, 0.78, 0.54, 0.48, 0.84, 0.42, 0.36, 0.3, 0.24, 0.18, 0.12, 0.9, 0.06];
const REPEAT_PX = 2400;

export function startRiverNames(map, rivers, names) {
  const lines = rivers.features.map(({ properties, geometry }) => ({
    name: properties.name, line: (geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat()).map(toWorld),
  }));
  let shown = [];
  names.onPlace(() => {
    shown.forEach((layer) => layer.remove());
    shown = lines.flatMap(({ name, line }) => along(name, line, worldSize(map.getZoom()) / uiScale(), names.boxes().map((box) => box.map((v) => v / uiScale())))).map(([character, x, y]) =>
      marker(map.unproject(point(x, y).multiplyBy(WORLD_PX), 0), {
        pane: 'names', interactive: false, keyboard: false,
        icon: divIcon({ html: el('span', { class: 'water-name', 'aria-hidden': 'true' }, character), className: 'name-anchor', iconSize: null }),
      }).addTo(map));
  });
}

/** [character, x, y] in world fractions; a long river on the screen is named more than once. */
function along(name, line, scale, taken) {
  const length = line.slice(1).reduce((sum, p, i) => sum + Math.hypot(p[0] - line[i][0], p[1] - line[i][1]), 0) * scale;
  const places = [];
  for (const [start, bank] of STARTS.flatMap((start) => [[start, 1], [start, -1]])) {
    if (places.some((other) => Math.abs(other.start - start) * length < REPEAT_PX)) continue;
    const characters = [...name].map((character, i) => [character, ...beside(line, (start * length + i * STEP_PX) / scale, (bank * BESIDE_PX) / scale)]);
    if (start * length + name.length * STEP_PX > length) continue;
    const clear = characters.every(([, x, y]) => !taken.some((other) => overlap(boxAt(x * scale, y * scale), other)));
    const apart = characters.every(([, x, y], i) => i === 0 || Math.hypot(x - characters[i - 1][1], y - characters[i - 1][2]) * scale > 13.5);
    if (clear && apart) places.push({ start, characters });
  }
  return places.flatMap(({ characters }) => characters);
}

const boxAt = (x, y) => [x - 8, y - 8, x + 8, y + 8];

/** A place at an offset beside the line at a length along it, all in world fractions; the sign is the bank. */
function beside(line, length, offset) {
  let left = length;
  for (let i = 1; i < line.length; i++) {
    const [dx, dy] = [line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]];
    const step = Math.hypot(dx, dy);
    if (left <= step || i === line.length - 1) {
      const along = Math.min(left, step) / step;
      return [line[i - 1][0] + dx * along - (dy / step) * offset, line[i - 1][1] + dy * along + (dx / step) * offset];
    }
    left -= step;
  }
  return line[0];
}
