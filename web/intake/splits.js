/** How the mapped quantities of townships would change by new boundaries: what an acceptance does to the roll-up. */
import { getJson } from '/shared/api.js';
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { quantity } from '/shared/format.js';
import { empty, failed, loading } from '/shared/state.js';

export function splits(address, names) {
  const box = el('div', { class: 'splits', 'aria-live': 'polite' }, loading(3));
  load();
  return el('div', null, el('h3', null, t('intake.splits')), box);

  async function load() {
    try {
      const { changes } = await getJson(`${address}/splits`);
      put(box, changes.length ? table(changes, names) : empty(t('intake.splits-none')));
    } catch (problem) {
      put(box, failed(problem, load));
    }
  }
}

function table(changes, names) {
  return el('table', { class: 'table' },
    el('thead', null, el('tr', null, ['township', 'indicator', 'before', 'after'].map((head) => el('th', { scope: 'col', class: ['township', 'indicator'].includes(head) ? 'start' : null }, t(`intake.splits-${head}`))))),
    el('tbody', null, changes.map(({ of, before, after }) => {
      const { name, unit, decimals } = names.indicator(of.indicatorCode);
      return el('tr', null, el('td', { class: 'start' }, names.township(of.townshipCode)), el('td', { class: 'start wrap' }, `${of.indicatorCode} ${name}`),
        el('td', null, quantity(before, unit, Math.max(decimals, 2))), el('td', null, el('b', null, quantity(after, unit, Math.max(decimals, 2)))));
    })));
}
