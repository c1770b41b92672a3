/** What would change for the public, in words and numbers, by project and by township. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { number, percent, quantity } from '/shared/format.js';
import { light } from '/shared/light.js';
import { empty } from '/shared/state.js';

export function changes({ draft, names }) {
  const all = draft.changes;
  if (!draft.current) return first(draft.facts);
  if (!all.length) return empty(t('publish.same'), t('publish.same-why'));
  const projects = [...new Set(all.filter((c) => c.project).map((c) => c.project))].sort((a, b) => a - b);
  const towns = all.filter((c) => c.kind === 'township');
  return el('div', null,
    el('p', { class: 'publish-sum' }, t('publish.sum', { projects: projects.length, townships: towns.length })),
    projects.length > 0 && el('h3', null, t('publish.by-project')),
    el('ul', { class: 'publish-changes' }, projects.map((n) => el('li', null, el('b', null, `${n} ${names.project(n)}`),
      el('ul', null, all.filter((c) => c.project === n).map((c) => el('li', null, words(c, names))))))),
    towns.length > 0 && el('h3', null, t('publish.by-township')),
    el('ul', { class: 'publish-changes towns' }, towns.map((c) => el('li', null, el('b', null, names.township(c.township)), arrow(sign(c.from), sign(c.to))))));
}

/** Nothing is public yet, so everything would be new. */
function first(facts) {
  return el('div', null, el('p', { class: 'publish-sum' }, t('publish.first')),
    el('p', null, t('publish.first-holds', {
      projects: facts.projects.length, townships: facts.townships.length, photos: facts.projects.reduce((sum, p) => sum + p.photos.length, 0),
    })),
    el('ul', { class: 'publish-counts' }, Object.entries(facts.counts).map(([code, count]) => el('li', null, light(code), ` ${count}`))));
}

function words(c, names) {
  const label = (text) => el('span', { class: 'muted' }, text, ' ');
  if (c.kind === 'light') return [label(t('publish.light')), arrow(sign(c.from), sign(c.to))];
  if (c.kind === 'percent') return [label(t('publish.percent')), arrow(of(c.from, percent), of(c.to, percent)), points(c)];
  if (c.kind === 'quantity') {
    const i = names.indicator(c.indicator);
    return [label(i.name), arrow(of(c.from, (v) => number(v, i.decimals)), of(c.to, (v) => quantity(v, i.unit, i.decimals)))];
  }
  if (c.kind === 'photo') return c.to ? t('publish.photo-new', { caption: c.to }) : t('publish.photo-gone', { caption: c.from });
  return arrow(c.from ?? '—', c.to ?? '—');
}

const sign = (code) => (code ? light(code) : el('span', { class: 'muted' }, t('publish.none')));
const of = (value, format) => (value === null || value === undefined ? '—' : format(Number(value)));
const arrow = (from, to) => el('span', { class: 'publish-arrow' }, from, el('span', { 'aria-hidden': 'true' }, ' → '), el('span', { class: 'aloud' }, t('publish.becomes')), el('b', null, to));

function points({ from, to }) {
  if (from === null || from === undefined || to === null || to === undefined) return null;
  const gap = Number(to) - Number(from);
  return el('span', { class: 'muted' }, ` ${t('publish.points', { gap: (gap > 0 ? '+' : '') + number(gap, 1) })}`);
}
