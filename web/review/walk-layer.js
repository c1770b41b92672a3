/** The raw walk behind a report, as dots and their order, on the reviewer's wish only: it tells where somebody was, and is kept for 30 days. */
import { circleMarker, layerGroup, polyline } from 'leaflet';
import { el, put } from '/shared/dom.js';
import { getJson } from '/shared/api.js';
import { t } from '/shared/i18n.js';

/** As the phone tells gaps: nothing is drawn across them. */
const GAP_MS = 30_000;

/** → {button, suit(report)}: the button is there for walked reports only; nothing is asked for before it is pressed. */
export function createWalkLayer(map) {
  map.createPane('walk').style.zIndex = 430; // above the lines
  const dots = layerGroup().addTo(map);
  const button = el('button', { class: 'walk-toggle float', type: 'button', hidden: true, on: { click: toggle } });
  let report = null;

  function suit(next) {
    report = next;
    dots.clearLayers();
    button.hidden = report?.method !== 'walk';
    says('review.walk', false);
  }

  async function toggle() {
    if (button.getAttribute('aria-pressed') === 'true') return suit(report);
    const asked = report;
    try {
      const { walks } = await getJson('/api/walks', { report: report.id });
      if (asked !== report) return undefined;
      walks.forEach((walk) => draw(dots, walk.points));
      return says(walks.length ? 'review.walk-shown' : 'review.walk-none', walks.length > 0);
    } catch {
      return says('review.walk-failed', false);
    }
  }

  function says(key, pressed) {
    put(button, t(key));
    button.setAttribute('aria-pressed', String(pressed));
  }

  return { button, suit };
}

/** points: [[lon, lat, accuracy in metres or null, instant or epoch milliseconds], …] in the order they were recorded. */
function draw(dots, points) {
  let run = [];
  points.forEach(([lon, lat, , at], i) => {
    const since = i ? new Date(at) - new Date(points[i - 1][3]) : 0;
    if (since > GAP_MS) run = strand(dots, run);
    run.push([lat, lon]);
    circleMarker([lat, lon], { radius: 2.5, className: 'walk-dot', pane: 'walk', interactive: false }).addTo(dots);
  });
  strand(dots, run);
}

function strand(dots, run) {
  if (run.length > 1) polyline(run, { className: 'walk-strand', pane: 'walk', interactive: false, smoothFactor: 0 }).addTo(dots);
  return [];
}
