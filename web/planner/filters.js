/** Tier, lead unit, only red and yellow, search. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { change, state, watch } from './state.js';
import { leadUnit } from './lookup.js';

export function startFilters(box) {
  const tiers = el('span', { class: 'segment', role: 'group', 'aria-label': t('filter.tier') });
  const unit = el('select', { class: 'field compact', 'aria-label': t('filter.unit'), on: { change: () => change({ unit: unit.value || null }) } });
  const urgent = el('button', { class: 'chip', type: 'button', on: { click: () => change({ urgent: !state.urgent }) } }, t('filter.urgent'));
  const search = el('input', {
    class: 'field compact search', type: 'search', id: 'search', placeholder: t('filter.search'), 'aria-label': t('filter.search'), hidden: true,
    on: { input: () => change({ search: search.value }), blur: () => showSearch(Boolean(search.value)) },
  });
  const find = el('button', { class: 'chip', type: 'button', id: 'find', 'aria-label': t('filter.search'), title: t('filter.search'), on: { click: () => showSearch(true) } },
    icon('search', 14));
  const showSearch = (open) => {
    search.hidden = !open;
    find.setAttribute('aria-expanded', String(open));
    if (open) search.focus();
  };
  put(box, tiers, unit, urgent, find, search);
  watch(['tier'], () => put(tiers, [null, 'district', 'municipal'].map((tier) =>
    el('button', { type: 'button', 'aria-pressed': String(state.tier === tier), on: { click: () => change({ tier }) } }, t(`filter.${tier ?? 'all'}`)))));
  watch(['plan', 'unit'], () => put(unit, el('option', { value: '' }, t('filter.unit')), leadUnits().map((u) =>
    el('option', { value: u.code, selected: u.code === state.unit }, u.name))));
  watch(['urgent'], () => urgent.setAttribute('aria-pressed', String(state.urgent)));
  watch(['search'], () => {
    if (search.value !== state.search) search.value = state.search;
    if (state.search) showSearch(true);
  });
}

/** Each unit that leads a project, once. */
export function leadUnits() {
  const units = new Map((state.plan?.projects ?? []).map((p) => [leadUnit(p).code, leadUnit(p)]));
  return [...units.values()];
}
