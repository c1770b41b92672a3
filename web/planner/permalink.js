/** The address holds the choice, the day, the filters and the place of the map; back and forward work, and a link opens the same view. */
import { LIGHTS } from '/shared/light.js';
import { state, change, watch } from './state.js';

/** A new step of history each; filters only change the address. */
const KEPT = ['project', 'township', 'footprint', 'day', 'layer', 'table', 'meeting'];
const FILTERS = ['tier', 'unit', 'light', 'urgent', 'search', 'works', 'worksLight', 'worksUnit', 'worksTownship'];
const TIERS = ['district', 'municipal'];
let view = null;
let applying = false;

/** The choice that the address names. `view` is {lat, lng, zoom} or null. */
export function readPermalink(address = location.search) {
  const query = new URLSearchParams(address);
  const known = (name, values) => (values.includes(query.get(name)) ? query.get(name) : null);
  const numbers = query.get('view')?.split(',').map(Number);
  view = numbers?.length === 3 && numbers.every(Number.isFinite) ? { lat: numbers[0], lng: numbers[1], zoom: numbers[2] } : null;
  return {
    view,
    chosen: {
      project: Number(query.get('project')) || null,
      township: query.get('township'),
      footprint: query.get('footprint'),
      day: /^\d{4}-\d\d-\d\d$/.test(query.get('day')) ? query.get('day') : null,
      layer: query.get('layer') ?? 'vector',
      table: query.get('show') === 'table',
      meeting: query.has('meeting'),
      tier: known('tier', TIERS), unit: query.get('unit'), light: known('light', LIGHTS), urgent: query.has('urgent'), search: query.get('q') ?? '',
      works: query.has('works'), worksLight: known('worksLight', LIGHTS), worksUnit: query.get('worksUnit'), worksTownship: query.has('worksTownship'),
    },
  };
}

/** Writes every choice as a step of history; `showView` moves the map when the reader goes back. */
export function keepPermalink(showView) {
  watch(KEPT, () => { if (!applying && address() !== location.search) history.pushState(null, '', address() || location.pathname); });
  watch(FILTERS, () => { if (!applying) note(); });
  addEventListener('popstate', () => {
    applying = true;
    const { view: old, chosen } = readPermalink();
    change(chosen);
    showView(old);
    applying = false;
  });
}

/** The map moved: no new step, only the address. */
export function noteView(next) {
  view = next;
  if (!applying) note();
}

const note = () => { if (address() !== location.search) history.replaceState(null, '', address() || location.pathname); };

/** What a saved view keeps: the address without the question mark, whether or not a meeting is on. */
export const viewQuery = () => address(false).slice(1);

/** Shows a saved view; `showView` moves the map. */
export function applyQuery(query, showView) {
  const { view: place, chosen } = readPermalink(`?${query}`);
  change({ ...chosen, meeting: state.meeting, highlight: null });
  showView(place);
}

function address(all = true) {
  const query = new URLSearchParams();
  for (const key of ['project', 'township', 'footprint', 'day']) if (state[key]) query.set(key, state[key]);
  if (state.layer !== 'vector') query.set('layer', state.layer);
  if (state.table) query.set('show', 'table');
  for (const key of ['tier', 'unit', 'light', 'worksLight', 'worksUnit']) if (state[key]) query.set(key, state[key]);
  for (const key of ['urgent', 'works', 'worksTownship']) if (state[key]) query.set(key, '1');
  if (state.search) query.set('q', state.search);
  if (state.meeting && all) query.set('meeting', '1');
  if (view) query.set('view', `${view.lat.toFixed(5)},${view.lng.toFixed(5)},${Number(view.zoom.toFixed(2))}`);
  return query.size ? `?${query}`.replaceAll('%2C', ',') : '';
}
