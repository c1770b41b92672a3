/** A river's name in Song, leaning left, one character below the other beside its line. */
import { svg } from '/shared/dom.js';
import { linePath, worldLines } from './project.js';

const STARTS = [0.62, 0.7, 0.54, 0.78, 0.46, 0.38, 0.3, 0.86, 0.22, 0.14];

/** taken: boxes [x1, y1, x2, y2] that must stay free; frame {x, y, width, height} the name must lie in. */
export function riverName(river, at, size, taken, frame) {
  const points = worldLines(river.geometry).flat().map(at);
  const inside = ([x, y]) => x > frame.x + size && x < frame.x + frame.width - size && y > frame.y + size && y < frame.y + frame.height - size;
  const characters = [...river.properties.name];
  for (const start of STARTS) {
    for (const side of [1, -1, 0]) {
      const places = characters.map((c, i) => beside(points, start, i * size * 1.5, side * size * 1.15));
      const free = places.every((p) => p && inside(p) && !taken.some((b) => p[0] + size > b[0] && p[0] - size < b[2] && p[1] + size > b[1] && p[1] - size < b[3]));
      const apart = places.every((p, i) => i === 0 || (p && places[i - 1] && Math.hypot(p[0] - places[i - 1][0], p[1] - places[i - 1][1]) > size * 1.1));
      if (free && apart)
        return characters.map((c, i) => svg('text', { class: 'water-label', 'font-size': size, transform: `translate(${places[i][0]} ${places[i][1]}) skewX(12)` }, c));
    }
  }
  return [];
}

export const riverPath = (river, at) => worldLines(river.geometry).map((line) => linePath(line, at)).join('');

function beside(points, start, ahead, offset) {
  const lengths = points.slice(1).map((p, i) => Math.hypot(p[0] - points[i][0], p[1] - points[i][1]));
  let left = start * lengths.reduce((a, b) => a + b, 0) + ahead;
  for (let i = 0; i < lengths.length; i++) {
    if (left <= lengths[i]) {
      const [a, b] = [points[i], points[i + 1]];
      const [dx, dy] = [(b[0] - a[0]) / lengths[i], (b[1] - a[1]) / lengths[i]];
      return [a[0] + dx * left - dy * offset, a[1] + dy * left + dx * offset];
    }
    left -= lengths[i];
  }
  return null;
}
