/** Sections that several answers share. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { bar } from '/shared/bar.js';
import { gap, number, percent, quantity } from '/shared/format.js';
import { light, LIGHTS, lightWord } from '/shared/light.js';
import { forecastLine } from '/shared/forecast.js';
import { toldPercent } from '/shared/told.js';
import { openRule } from './rule.js';
import { state } from './state.js';
import { ruleName } from './legend.js';
import { shownDay } from './lookup.js';

export function section(title, aside, ...content) {
  return el('section', null, title && el('h3', null, title, aside && el('span', null, aside)), ...content);
}

/** Why this light: the server's own words, edged in the light's colour, with the rule that decided. */
export function why(code, ...texts) {
  return el('div', { class: `why w-${code}` }, texts.filter(Boolean).map((text) => el('p', null, text)),
    el('p', { class: 'rule' }, ruleName(state.progress.ruleSet), ' · ',
      el('button', { class: 'text-button', type: 'button', on: { click: openRule } }, t('rule.how'))));
}

/** 滞后 1 · 预警 1 · 正常 4, worst first. */
export function counts(byLight) {
  return LIGHTS.filter((code) => byLight?.[code]).map((code) => `${lightWord(code)} ${byLight[code]}`).join(' · ');
}

/** A track with its bar, its own light and its basis. */
export function trackCard(track, open = true) {
  return el('div', { class: 'track' },
    el('h4', null, el('span', null, track.name), light(track.light)),
    track.percent && bar(track.percent),
    el('p', { class: 'figures' },
      track.percent && el('span', null, t('progress.verified'), ' ', el('b', null, toldPercent(track.percent.verified, [track]))),
      track.percent && el('span', null, t('progress.reported'), ' ', toldPercent(track.percent.reported, [track])),
      track.percent && el('span', null, t('progress.due'), ' ', percent(track.percent.planned)),
      el('span', null, t('track.basis', { basis: t(`basis.${track.basis}`) }))),
    open && el('p', { class: 'reason' }, track.reason?.text),
    track.forecast && track.forecast.reason.code !== track.reason?.code && forecastLine(track.forecast),
    track.mark && el('p', { class: 'reason' }, t(`mark.${track.mark.code}`, { cause: t(`cause.${track.mark.cause}`) })));
}

/** Indicators of a project: target, reported, verified, mapped and what no township was given. */
export function indicatorTable(indicators, choose) {
  return el('table', { class: 'table' },
    el('thead', null, el('tr', null, ['name', 'target', 'reported', 'verified', 'gap', 'light'].map((c) => el('th', { scope: 'col' }, t(`indicator.${c}`))))),
    el('tbody', null, indicators.map((i) => el('tr', { class: choose ? 'pick' : null },
      el('td', { class: 'wrap' }, i.name, notes(i)),
      el('td', null, quantity(i.target, i.unit, i.decimals)), el('td', null, number(i.reported, i.decimals)),
      el('td', null, el('b', null, number(i.verified, i.decimals))), el('td', null, gap(i.gap)), el('td', null, i.light ? light(i.light, 13) : t('value.unknown'))))));
}

function notes(i) {
  const lines = [];
  if (i.mapped !== undefined && i.mapped !== null) lines.push(t('indicator.mapped', { mapped: number(i.mapped, i.decimals), target: quantity(i.target, i.unit, i.decimals) }));
  if (i.open) lines.push(t('indicator.open', { quantity: quantity(i.open, i.unit, i.decimals) }));
  if (i.outside) lines.push(t('indicator.outside', { quantity: quantity(i.outside, i.unit, i.decimals) }));
  return lines.map((text) => el('small', null, text));
}

/** Big number, bar, three figures: the project's worst indicator. */
export function headline(indicator) {
  const waiting = indicator.reported - indicator.verified;
  const figure = (value, text) => el('span', null, el('b', null, value), text);
  return el('section', { class: 'headline' },
    el('div', { class: 'big-row' },
      el('div', null, el('span', { class: 'second' }, `${indicator.name} · ${t('progress.verified')}`),
        el('p', { class: 'big' }, number(indicator.verified, indicator.decimals), el('small', null, `/ ${quantity(indicator.target, indicator.unit, indicator.decimals)}`))),
      el('b', { class: 'big-percent' }, toldPercent(indicator.verifiedPercent, []))),
    bar({ verified: indicator.verifiedPercent, reported: indicator.reportedPercent, planned: indicator.plannedPercent }, true),
    el('div', { class: 'figures-row' },
      indicator.reported !== undefined && indicator.reported !== null
        && figure(quantity(indicator.reported, indicator.unit, indicator.decimals), t('headline.reported', { percent: percent(indicator.reportedPercent) })),
      indicator.plannedQuantity !== undefined && indicator.plannedQuantity !== null
        && figure(quantity(indicator.plannedQuantity, indicator.unit, indicator.decimals), t('headline.due', { percent: percent(indicator.plannedPercent) })),
      waiting > 0 && figure(quantity(waiting, indicator.unit, indicator.decimals), t('headline.waiting'))));
}

/** What a requirement asks: its text with the figure, items by their text alone. */
export function asks(r) {
  const need = r.need === undefined || r.need === null || r.type === 'item' ? '' : quantity(r.need, r.unit);
  return need && !r.text.includes(need) ? `${r.text} ${need}` : r.text;
}

/** The milestones of one track as printed, with how each requirement stands. */
export function gateList(track, day) {
  return el('ol', { class: 'gate-list' }, (track.gates ?? []).map((gate) => el('li', null,
    el('h4', null, el('span', null, day(gate.due)), el('span', { class: `status s-${gate.status}` }, t(`gate.${gate.status}`))),
    (gate.requirements ?? []).map((r) => el('p', { class: r.met ? 'met' : null },
      el('span', { class: 'tick', 'aria-hidden': 'true' }, r.undecided ? '?' : r.met ? '✓' : r.gating ? '○' : '·'),
      el('span', null, asks(r), !r.gating && el('small', null, t('gate.informs')), r.undecided && el('small', null, t('light.open'))),
      el('span', null, standing(gate, r)))),
    gate.status === 'pending' && gate.verifyBy && el('p', { class: 'muted' }, t('gate.verify-by', { day: day(gate.verifyBy) })))));
}

/** Of a gate that has passed what was verified of the reports that came in time for it; today's beside it where that was not enough. */
export function standing(gate, r) {
  const known = (value) => value !== undefined && value !== null;
  if (r.type === 'item' || !known(r.verified)) return '';
  if (gate.due >= shownDay() || !known(r.verifiedInTime)) return quantity(r.verified, r.unit);
  const then = quantity(r.verifiedInTime, r.unit);
  const now = quantity(r.verified, r.unit);
  return gate.status === 'met' || then === now ? then : t('gate.then-now', { then, now });
}
