/** What the app shows. One object, changed in one place; every behaviour watches the keys it draws. */
const watchers = [];

/**
 * device: {token, id, account, expiresAt} or null; trouble: {code, detail, at} when the server refused the token.
 * works: prepared footprints of all packs; items: the outbox; fix: {lon, lat, accuracyM, bearing, at}; claim: the mark in the making.
 */
export const state = {
  device: null, trouble: null, online: navigator.onLine, tab: 'map',
  packs: [], packProjects: null, base: null, works: [], items: [], progress: null,
  fix: null, fixFault: null, chosen: null, claim: null, theme: 'desk', update: null, persisted: null, download: null,
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
