/** The address holds the choice, the view and the day; back and forward work. */
import { state, change, watch } from './state.js';

const KEPT = ['project', 'township', 'footprint', 'day', 'layer', 'table'];
let view = null;
let applying = false;

/** The choice that the address names. `view` is {lat, lng, zoom} or null. */
export function readPermalink() {
  const query = new URLSearchParams(location.search);
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
    },
  };
}

/** Writes every choice as a step of history; `showView` moves the map when the reader goes back. */
export function keepPermalink(showView) {
  watch(KEPT, () => { if (!applying && address() !== location.search) history.pushState(null, '', address() || location.pathname); });
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
  if (!applying) history.replaceState(null, '', address() || location.pathname);
}

function address() {
  const query = new URLSearchParams();
  for (const key of ['project', 'township', 'footprint', 'day']) if (state[key]) query.set(key, state[key]);
  if (state.layer !== 'vector') query.set('layer', state.layer);
  if (state.table) query.set('show', 'table');
  if (view) query.set('view', `${view.lat.toFixed(5)},${view.lng.toFixed(5)},${Number(view.zoom.toFixed(2))}`);
  return query.size ? `?${query}`.replaceAll('%2C', ',') : '';
}
