/** All projects by number, each with light, verified percent and what is due; chips filter by light. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { percent } from '/shared/format.js';
import { bar } from '/shared/bar.js';
import { light, lightSign, lightWord, LIGHTS } from '/shared/light.js';

/** Outlives a redraw. */
const hidden = new Set();

export function list(facts, years) {
  const rows = el('ol', { class: 'public-list' });
  const count = el('p', { class: 'muted', role: 'status' });
  const draw = () => {
    const shown = facts.projects.filter((p) => !hidden.has(p.light));
    put(rows, shown.map((p) => row(p, facts.plan.year)));
    put(count, t('public.shown', { count: shown.length, all: facts.projects.length }));
  };
  draw();
  return [
    el('h1', { class: 'song' }, t('public.title', { district: facts.district.name, year: facts.plan.year })),
    years.length > 1 && el('nav', { class: 'public-years', 'aria-label': t('public.years') },
      years.map((year) => el('a', { href: `/p/?year=${year}`, 'aria-current': year === facts.plan.year ? 'page' : null }, String(year)))),
    chips(facts, draw), count, rows];
}

function chips(facts, draw) {
  const here = LIGHTS.filter((code) => facts.counts[code]);
  return el('div', { class: 'public-chips', role: 'group', 'aria-label': t('public.filter') }, here.map((code) => {
    const chip = el('button', { class: 'chip', type: 'button', 'aria-pressed': String(!hidden.has(code)) },
      lightSign(code, 16, true), lightWord(code), el('b', null, String(facts.counts[code])));
    chip.addEventListener('click', () => {
      if (!hidden.delete(code)) hidden.add(code);
      chip.setAttribute('aria-pressed', String(!hidden.has(code)));
      draw();
    });
    return chip;
  }));
}

function row(p, year) {
  return el('li', null, el('a', { href: `/p/${year}/${p.number}`, data: { light: p.light } },
    el('span', { class: 'number' }, String(p.number)),
    el('span', { class: 'name' }, p.name),
    light(p.light, 16),
    el('span', { class: 'figure' }, known(p) ? percent(p.percent.verified) : '—'),
    bar(p.percent ?? {})));
}

const known = (p) => p.percent?.verified !== undefined && p.percent.verified !== null;
