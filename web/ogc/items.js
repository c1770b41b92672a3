/** A page of features as map and table with a filter above; one feature as map and list. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { number } from '/shared/format.js';
import { empty } from '/shared/state.js';
import { linkOf, page } from './address.js';
import { sheet } from './sheet.js';
import { value } from './value.js';

export function items(answer, described, properties) {
  const shown = Object.keys(answer.features[0]?.properties ?? {});
  const { map, point } = sheet(described, answer.features);
  const next = linkOf(answer, 'next');
  return [
    el('h1', { class: 'song' }, described.title),
    filter(),
    el('p', { class: 'ogc-links', role: 'status' }, el('span', null, t('ogc.page.count', { shown: number(answer.numberReturned, 0), all: number(answer.numberMatched, 0) })),
      next && el('a', { href: page(next), rel: 'next' }, t('ogc.page.next')),
      el('a', { href: linkOf(answer, 'self'), rel: 'alternate' }, 'GeoJSON')),
    map,
    answer.features.length === 0 ? empty(t('ogc.page.none'), t('ogc.page.none-why'))
      : el('div', { class: 'ogc-wide' }, el('table', { class: 'table' },
        el('thead', null, el('tr', null, el('th', { scope: 'col' }, 'id'), shown.map((name) => el('th', { class: side(properties[name]), scope: 'col', title: name }, properties[name]?.title ?? name)))),
        el('tbody', null, answer.features.map((feature) => row(feature, shown, described, properties, point)))))];
}

function row(feature, shown, described, properties, point) {
  return el('tr', { class: 'pick', on: { mouseenter: () => point(feature.id), mouseleave: () => point(null) } },
    el('td', null, el('a', { href: href(described, feature) }, el('code', null, feature.id))),
    shown.map((name) => el('td', { class: side(properties[name]) }, value(name, feature.properties[name]))));
}

export function item(feature, described, properties) {
  const { map } = sheet(described, [feature]);
  return [
    el('h1', { class: 'song' }, feature.properties.name ?? feature.id),
    el('p', { class: 'ogc-links' }, el('a', { href: linkOf(feature, 'self') }, 'GeoJSON')),
    map,
    el('dl', { class: 'ogc-facts' }, Object.entries(feature.properties).map(([name, told]) =>
      [el('dt', null, properties[name]?.title ?? name), el('dd', null, value(name, told))]))];
}

/** Keeps the other parameters; begins at the first page again. */
function filter() {
  const query = new URLSearchParams(location.search);
  query.delete('next');
  const asked = query.get('filter') ?? '';
  ['filter', 'filter-lang', 'f'].forEach((name) => query.delete(name));
  return el('form', { class: 'ogc-filter', method: 'get', role: 'search' },
    [...query].map(([name, told]) => el('input', { type: 'hidden', name, value: told })),
    el('input', { type: 'hidden', name: 'f', value: 'html' }),
    el('label', null, el('span', null, t('ogc.page.filter')), el('input', { class: 'field', name: 'filter', value: asked, placeholder: "name LIKE '%路%'", spellcheck: 'false', autocomplete: 'off' })),
    el('button', { class: 'button', type: 'submit' }, t('ogc.page.ask')));
}

const href = (described, feature) => `/ogc/collections/${described.id}/items/${encodeURIComponent(feature.id)}?f=html`;
const side = (schema) => (['number', 'integer'].includes(schema?.type) ? 'end' : 'start');
