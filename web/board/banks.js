/** Lines along a river are drawn clear of it, each on its own bank. Drawing only: their measures stay. */
import { toWorld } from '/shared/world.js';
import { worldLines } from './project.js';

const CLEAR_PX = 30;

/** Returns a function from lines of [lon, lat, m] to lines of [x, y, m] in pixels. */
export function besideRivers(rivers, place) {
  const axes = rivers.flatMap(({ geometry }) => worldLines(geometry).map((line) => line.map(place.at)));
  return (lines) => lines.map((line) => {
    const points = line.map(([lon, lat, m]) => [...place.at(toWorld([lon, lat])), m]);
    const feet = points.map((point) => foot(axes, point));
    const near = feet.filter((f) => f && f.off < CLEAR_PX);
    if (near.length < points.length / 2) return points;
    const bank = Math.sign(near.reduce((sum, f) => sum + f.side * f.off, 0)) || 1;
    return points.map(([x, y, m], i) => {
      const f = feet[i];
      if (!f || f.off >= CLEAR_PX) return [x, y, m];
      return [f.x - f.dy * bank * CLEAR_PX, f.y + f.dx * bank * CLEAR_PX, m];
    });
  });
}

/** Nearest place on the axes: {x, y, off, side, dx, dy}, (dx, dy) the direction of the axis there. */
function foot(axes, [px, py]) {
  let best = null;
  for (const axis of axes) {
    for (let i = 1; i < axis.length; i++) {
      const [a, b] = [axis[i - 1], axis[i]];
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
      if (!length) continue;
      const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
      const along = Math.max(0, Math.min(length, (px - a[0]) * dx + (py - a[1]) * dy));
      const [x, y] = [a[0] + dx * along, a[1] + dy * along];
      const off = Math.hypot(px - x, py - y);
      if (!best || off < best.off) best = { x, y, off, dx, dy, side: Math.sign((py - y) * dx - (px - x) * dy) };
    }
  }
  return best;
}
