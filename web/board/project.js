/** From world fractions to the pixels of a drawing: fits a box into a frame, north up. */
import { boxOf, toWorld } from '/shared/world.js';

/** frame {x, y, width, height}; box {minX, …} in world fractions. */
export function fit(box, frame, align = 'center') {
  const scale = Math.min(frame.width / (box.maxX - box.minX), frame.height / (box.maxY - box.minY));
  const left = frame.x + (align === 'left' ? 0 : (frame.width - (box.maxX - box.minX) * scale) / 2);
  const top = frame.y + (frame.height - (box.maxY - box.minY) * scale) / 2;
  const at = ([x, y]) => [left + (x - box.minX) * scale, top + (y - box.minY) * scale];
  return { scale, at, box: { x: left, y: top, width: (box.maxX - box.minX) * scale, height: (box.maxY - box.minY) * scale } };
}

/** Rings of [x, y] world fractions → path data. */
export function ringPath(polygons, at) {
  return polygons.flat().map((ring) => `${linePath(ring, at)}Z`).join('');
}

export function linePath(line, at) {
  return line.map((point, i) => {
    const [x, y] = at(point);
    return `${i ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
  }).join('');
}

export const worldLines = (geometry) =>
  (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates).map((line) => line.map(toWorld));

export const boxOfAll = (nests) => nests.reduce((box, nest) => boxOf(nest, box), undefined);
