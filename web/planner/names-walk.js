/** One tab stop for all names on the map; arrows go to the nearest name in that direction. */
import { state } from './state.js';

const DIRECTIONS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };

export const walkNames = {
  /** The tab stop is the focused name, else the chosen township, else the first. */
  refresh(names) {
    const shown = names.filter((n) => n.fits);
    const current = shown.find((n) => n.button === document.activeElement) ?? shown.find((n) => n.township.code === state.township) ?? shown[0];
    names.forEach((n) => { n.button.tabIndex = n === current ? 0 : -1; });
  },

  step(event, names) {
    const direction = DIRECTIONS[event.key];
    const from = names.find((n) => n.button === document.activeElement);
    if (!direction || !from) return;
    nearest(names, from, direction)?.button.focus();
    walkNames.refresh(names);
    event.preventDefault();
    event.stopPropagation();
  },
};

/** What lies ahead is near, what lies aside is twice as far. */
function nearest(names, from, [dx, dy]) {
  const steps = names.filter((n) => n !== from && n.fits).map((n) => {
    const [x, y] = [n.at.x - from.at.x, n.at.y - from.at.y];
    const ahead = x * dx + y * dy;
    return { n, ahead, cost: ahead + 2 * (Math.abs(x * dy) + Math.abs(y * dx)) };
  });
  return steps.filter((s) => s.ahead > 0).sort((a, b) => a.cost - b.cost)[0]?.n;
}
