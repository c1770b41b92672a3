/** The sheet for a point: its components, each done or not needed with a reason; no typing. */
import { el } from '/shared/dom.js';
import { t, wordOr } from '/shared/i18n.js';
import { length } from '/shared/format.js';
import { icon } from '/shared/icons.js';
import { state } from './state.js';
import { update } from './mark.js';
import { pointEffect } from './effect.js';
import { myComponents } from './mine.js';
import { offM } from './near.js';
import { picStrip } from './pic-strip.js';
import { sendButton } from './send-button.js';

const REASONS = ['no-such', 'other-way', 'cancelled'];

export function pointSheet(claim) {
  const { components = [], reportedComponents = [] } = claim.work.properties;
  const settled = [...new Set([...reportedComponents, ...(claim.replaces ? [] : myComponents(state.items, claim.work.code))])];
  return el('div', { class: 'mark' }, components.length ? list(claim, components, settled) : el('p', { class: 'hint' }, t('field.whole-point')),
    counted(claim, components, settled), picStrip(claim, where(claim)), sendButton(claim, title(claim, components)));
}

const list = (claim, components, settled) => el('ul', { class: 'checklist' }, components.map((name) => row(claim, name, settled.includes(name))));

function row(claim, name, settled) {
  const done = claim.done.includes(name);
  const not = claim.notNeeded.find((n) => n.component === name);
  const without = { done: claim.done.filter((c) => c !== name), notNeeded: claim.notNeeded.filter((n) => n.component !== name) };
  const toggle = () => update(done ? without : { ...without, done: [...without.done, name] });
  const skip = () => update(not ? without : { ...without, notNeeded: [...without.notNeeded, { component: name, reason: t('field.reason-no-such') }] });
  const because = (key) => update({ ...without, notNeeded: [...without.notNeeded, { component: name, reason: t(`field.reason-${key}`) }] });
  return el('li', { data: { component: name } },
    el('button', { class: 'tick-row', type: 'button', role: 'checkbox', 'aria-checked': String(done || settled), disabled: settled, on: { click: toggle } },
      el('span', { class: 'box' }, (done || settled) && icon('check', 20)), el('span', null, wordOr(`component.${name}`, name)), settled && el('small', null, t('field.settled'))),
    !settled && el('button', { class: 'not', type: 'button', 'aria-pressed': String(Boolean(not)), on: { click: skip } }, t('field.not-needed')),
    not && el('div', { class: 'reasons' }, REASONS.map((key) => el('button', {
      class: 'chip', type: 'button', 'aria-pressed': String(not.reason === t(`field.reason-${key}`)), on: { click: () => because(key) },
    }, t(`field.reason-${key}`)))));
}

function counted(claim, components, settled) {
  if (!components.length) return null;
  const { after, of } = pointEffect(components, settled, [...claim.done, ...claim.notNeeded.map((n) => n.component)]);
  return el('p', { class: 'count' }, el('b', null, `${after} / ${of}`), t('field.components-after'));
}

function where(claim) {
  return state.fix ? t('field.from-here', { length: length(Math.round(offM(claim.work, state.fix))) }) : t('field.method-tap');
}

function title(claim, components) {
  const count = claim.done.length + claim.notNeeded.length;
  if (!components.length) return claim.work.properties.name;
  return count ? t('field.items', { count }) : null;
}
