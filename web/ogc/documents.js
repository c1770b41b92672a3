/** The landing page with its collections, the classes it conforms to, the definition. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

export function landing(document, { collections }) {
  return [
    el('h1', { class: 'song' }, document.title),
    document.description && el('p', { class: 'second' }, document.description),
    document.attribution && el('p', { class: 'muted' }, document.attribution),
    el('ul', { class: 'ogc-list' }, collections.map((c) => el('li', null,
      el('a', { href: `/ogc/collections/${c.id}` }, el('b', null, c.title), el('code', null, c.id)),
      el('p', { class: 'second' }, c.description)))),
    el('p', { class: 'ogc-links' }, el('a', { href: '/ogc/api?f=html' }, t('ogc.page.api')), el('a', { href: '/ogc/conformance?f=html' }, t('ogc.page.conformance'))),
    el('h2', null, t('ogc.page.use')),
    el('p', { class: 'second' }, t('ogc.page.use-how')),
    el('pre', { class: 'ogc-code' }, `${location.origin}/ogc`)];
}

export function conformance({ conformsTo }) {
  return [el('h1', { class: 'song' }, t('ogc.page.conformance')),
    el('ul', { class: 'ogc-list' }, conformsTo.map((uri) => el('li', null, el('code', null, uri))))];
}

export function api(definition) {
  const rows = Object.entries(definition.paths).map(([path, { get }]) => el('tr', null,
    el('td', { class: 'start' }, el('code', null, path)),
    el('td', { class: 'start wrap' }, get.summary),
    el('td', { class: 'start wrap' }, get.parameters.map((p) => p.name ?? p.$ref.split('/').pop()).join(', '))));
  return [el('h1', { class: 'song' }, t('ogc.page.api')),
    el('p', null, el('a', { href: '/ogc/api?f=json' }, 'OpenAPI 3.0')),
    el('div', { class: 'ogc-wide' }, el('table', { class: 'table' },
      el('thead', null, el('tr', null, ['path', 'what', 'parameters'].map((key) => el('th', { class: 'start', scope: 'col' }, t(`ogc.page.${key}`))))),
      el('tbody', null, rows)))];
}
