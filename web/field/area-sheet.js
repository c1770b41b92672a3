/** The sheet for a polygon: the cumulative quantity typed in, beside the area that was drawn, as a check only. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { number, unit } from '/shared/format.js';
import { state } from './state.js';
import { update } from './mark.js';
import { areaEffect, ringAreaM2 } from './effect.js';
import { myQuantity } from './mine.js';
import { picStrip } from './pic-strip.js';
import { sendButton } from './send-button.js';

/** A drawing by finger that differs by more is worth a second look. */
const OFF_PERCENT = 25;

export function areaSheet(claim) {
  const { quantity: design, unit: of, reportedQuantity } = claim.work.properties;
  const before = (claim.replaces ? null : myQuantity(state.items, claim.work.code)) ?? reportedQuantity ?? 0;
  const typed = claim.quantity === '' ? NaN : Number(claim.quantity);
  const effect = areaEffect(design, before, typed);
  return el('div', { class: 'mark' }, input(claim, design, of, before), says(effect, of), claim.quantity !== '' && effect.falls && reasons(claim), drawn(claim, of),
    picStrip(claim, t('field.method-tap')), sendButton(claim, ready(claim, effect) ? `${number(typed)} ${unit(of)}` : null));
}

const ready = (claim, effect) => claim.quantity !== '' && !effect.fault && !(effect.falls && !claim.note);

function input(claim, design, of, before) {
  const field = el('input', {
    class: 'field big', id: 'quantity', type: 'number', inputmode: 'decimal', min: '0', max: String(design), step: 'any', value: claim.quantity, on: { change: () => update({ quantity: field.value }) },
  });
  return el('label', { class: 'amount' }, el('span', null, t('field.quantity', { unit: unit(of) })), field, el('small', null, t('field.quantity-of', { before: number(before), design: number(design), unit: unit(of) })));
}

function says(effect, of) {
  if (effect.fault) return effect.fault === 'above-design' ? el('p', { class: 'fault-note', role: 'alert' }, t('field.above-design')) : null;
  return el('p', { class: 'count' }, el('b', null, `${effect.added < 0 ? '−' : '+'}${number(Math.abs(effect.added))} ${unit(of)}`), t(effect.falls ? 'field.falls' : 'field.adds'));
}

/** A fall needs a reason; these need no typing. */
const reasons = (claim) => el('div', { class: 'reasons' }, ['measured-again', 'redone', 'mistake'].map((key) => el('button', {
  class: 'chip', type: 'button', 'aria-pressed': String(claim.note === t(`field.why-${key}`)), on: { click: () => update({ note: t(`field.why-${key}`) }) },
}, t(`field.why-${key}`))));

function drawn(claim, of) {
  if (claim.ring.length < 3) return el('p', { class: 'hint' }, t('field.draw-hint'));
  const square = ringAreaM2(claim.ring);
  const percent = of === 'm²' && Number(claim.quantity) > 0 ? Math.round((100 * square) / Number(claim.quantity)) - 100 : 0;
  const off = Math.abs(percent) > OFF_PERCENT;
  return el('p', { class: off ? 'fault-note' : 'hint', id: 'drawn' }, t('field.drawn-area', { area: number(square, 0) }),
    off && t(percent > 0 ? 'field.drawn-more' : 'field.drawn-less', { percent: Math.abs(percent) }), ' ',
    el('button', { class: 'text-button', type: 'button', on: { click: () => update({ ring: [] }) } }, t('field.draw-clear')));
}
