/** What the page shows. One object, changed in one place; every behaviour watches the keys it draws. */
const watchers = [];

/**
 * me, plan, base, progress: as the server sent them, null until then. `day` is null for today.
 * `features` are the footprints drawn; where there are too many, `tiled` is true and tiles are drawn instead. `moved` {boxes} is where something
 * changed last, in Web-Mercator metres; null = anywhere. `heardAt` (performance.now) is when the live stream last told of a change.
 * `unreadWorks`, `unreadTiles`: footprints of the map, or some of their tiles, could not be read and are asked for again.
 * `strip` holds the photos below the map {shots, from, to}, `pointed` the hash under the pointer.
 * `meeting`: the page is on the wall of a meeting. project (number), township and footprint (codes) are what is chosen; the panel shows the narrowest.
 */
export const state = {
  me: null, plan: null, base: null, progress: null, knownAt: null,
  day: null, project: null, township: null, footprint: null,
  tier: null, unit: null, light: null, urgent: false, search: '',
  works: false, worksLight: null, worksUnit: null, worksTownship: false,
  table: false, meeting: false, layer: 'vector', features: [], tiled: false, moved: null, heardAt: -Infinity, highlight: null, strip: null, pointed: null,
  loading: true, failure: null, unreadWorks: false, unreadTiles: false, readAt: null,
};

/** Merges `patch` and tells the watchers of the keys that became different. */
export function change(patch) {
  const keys = Object.keys(patch).filter((key) => state[key] !== patch[key]);
  if (!keys.length) return;
  Object.assign(state, patch);
  watchers.filter((w) => w.keys.some((key) => keys.includes(key))).forEach((w) => w.draw(state));
}

/** Draws now and whenever one of the keys changes. */
export function watch(keys, draw) {
  watchers.push({ keys, draw });
  draw(state);
}
