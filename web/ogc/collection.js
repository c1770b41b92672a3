/** One collection: what it holds, what can be asked of it, in which coordinates. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { sheet } from './sheet.js';

export function collection(described, properties) {
  const { map } = sheet(described, []);
  return [
    el('h1', { class: 'song' }, described.title),
    el('p', { class: 'second' }, described.description),
    el('p', { class: 'ogc-links' },
      el('a', { class: 'button primary', href: `/ogc/collections/${described.id}/items?f=html` }, t('ogc.page.browse')),
      el('a', { class: 'button', href: `/ogc/collections/${described.id}/items?f=json&limit=1000` }, 'GeoJSON')),
    map,
    el('h2', null, t('ogc.page.properties')),
    el('div', { class: 'ogc-wide' }, el('table', { class: 'table' },
      el('thead', null, el('tr', null, ['property', 'title', 'type'].map((key) => el('th', { class: 'start', scope: 'col' }, t(`ogc.page.${key}`))))),
      el('tbody', null, Object.entries(properties).map(([name, schema]) => el('tr', null,
        el('td', { class: 'start' }, el('code', null, name)), el('td', { class: 'start' }, schema.title), el('td', { class: 'start' }, schema.format ?? schema.type)))))),
    el('h2', null, t('ogc.page.crs')),
    el('ul', { class: 'ogc-list' }, described.crs.map((uri) => el('li', null, el('code', null, uri))))];
}
