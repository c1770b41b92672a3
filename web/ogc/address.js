/** What the page's own address says, and how it is read as JSON. */
import { getJson } from '/shared/api.js';

/** /ogc/collections/completed/items/x → {document: 'collections', collection: 'completed', below: 'items', feature: 'x'}. */
export function address() {
  const [, document, collection, below, feature] = location.pathname.split('/').filter(Boolean);
  return { document, collection, below, feature: feature && decodeURIComponent(feature) };
}

/** A document of this service; without a path this very address. Some parameters may be left out. */
export function read(path = location.pathname, without = []) {
  const query = new URLSearchParams(path === location.pathname ? location.search : '');
  without.forEach((name) => query.delete(name));
  query.set('f', 'json');
  return getJson(`${path}?${query}`);
}

/** A link's path and query here, whatever name the server knows itself by; as a page. */
export function page(href) {
  const url = new URL(href);
  url.searchParams.set('f', 'html');
  return url.pathname + url.search;
}

export const linkOf = (document, rel) => document.links?.find((link) => link.rel === rel)?.href;
