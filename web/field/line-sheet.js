/** The sheet for a line: four ways to say where, the two ends, what it adds, photos, send. */
import { el } from '/shared/dom.js';
import { t, wordOr } from '/shared/i18n.js';
import { number } from '/shared/format.js';
import { stationText, rangeText } from '/shared/measure.js';
import { icon } from '/shared/icons.js';
import { accuracyOf, claimRanges, effectOf, methodOf } from './claim.js';
import { grade } from './snap.js';
import { rangeOf, stepped } from './effect.js';
import { state } from './state.js';
import { update } from './mark.js';
import { askPass, sayFault } from './ask-pass.js';
import { hereControls } from './here-way.js';
import { typedControls } from './typed-way.js';
import { stopWalk, walkControls, walking } from './walk-way.js';
import { picStrip } from './pic-strip.js';
import { workingHere } from './working.js';
import { sendButton } from './send-button.js';

const WAYS = { tap: 'tap', gps: 'locate', typed: 'keyboard', walk: 'walk' };
const STEP_M = 10;

export function lineSheet(claim) {
  return el('div', { class: 'mark' }, workingHere(claim.work.code), steps(claim), ways(claim), controls(claim), claim.ask && askPass(claim), claim.fault && sayFault(claim.fault, claim),
    ends(claim), effect(claim), picStrip(claim, how(claim)), sendButton(claim, title(claim)));
}

function steps(claim) {
  const all = claim.work.otherSteps;
  if (!all.length) return null;
  return el('div', { class: 'steps', role: 'group', 'aria-label': t('field.step') }, [null, ...all].map((step) => el('button', {
    type: 'button', 'aria-pressed': String(claim.step === step), on: { click: () => update({ step }) },
  }, wordOr(`step.${step}`, step ?? claim.work.countingStep ?? t('field.step-counting')))));
}

const ways = (claim) => el('div', { class: 'ways', role: 'group', 'aria-label': t('field.way') }, Object.entries(WAYS).map(([way, glyph]) => el('button', {
  type: 'button', data: { way }, 'aria-pressed': String(claim.way === way), disabled: walking() && way !== 'walk',
  on: { click: () => { stopWalk(); if (way !== claim.way) update({ way }); } },
}, icon(glyph, 20), t(`field.way-${way}`))));

function controls(claim) {
  if (claim.way === 'gps') return hereControls(claim);
  if (claim.way === 'typed') return typedControls(claim);
  if (claim.way === 'walk') return walkControls(claim);
  if (claim.ask || claim.fault || (claim.a && claim.b)) return null;
  return el('p', { class: 'hint' }, t(claim.a ? 'field.tap-end' : 'field.tap-start'));
}

function ends(claim) {
  if (claim.way === 'walk' || !(claim.a || claim.b)) return null;
  const range = claim.a && claim.b ? rangeOf(claim.a.m, claim.b.m, claim.work.length) : null;
  return el('div', { class: 'step' }, end('from', range?.from ?? claim.a.m, range), end('to', range?.to, range));
}

function end(which, m, range) {
  const step = (by) => {
    const moved = stepped(range, which, by, state.claim.work.length);
    update({ a: { m: moved.from, by: 'tap' }, b: { m: moved.to, by: 'tap' } });
  };
  const button = (by) => el('button', {
    class: 'pm', type: 'button', disabled: !range, 'aria-label': t(by < 0 ? 'field.step-back' : 'field.step-on', { end: t(`field.end-${which}`) }), on: { click: () => step(by) },
  }, by < 0 ? '−' : '+');
  return el('div', null, button(-STEP_M), el('span', null, el('small', null, t(`field.end-${which}`)), el('b', { data: { end: which } }, m === undefined ? '—' : stationText(m))), button(STEP_M));
}

function effect(claim) {
  if (!claimRanges(claim).length) return null;
  const { newM, overlapM } = effectOf(claim, state.items);
  const figure = (value, key) => el('div', null, el('b', { class: key }, number(value, 1), el('small', null, 'm')), el('span', null, t(`field.${key}`)));
  return el('div', { class: 'two' }, figure(newM, 'new'), figure(overlapM, 'overlap'));
}

/** 精度 8 m · 手工 */
function how(claim) {
  const method = methodOf(claim);
  const accuracyM = accuracyOf(claim) ?? state.fix?.accuracyM;
  const parts = [accuracyM && t('field.accuracy', { metres: Math.round(accuracyM) }), t(`field.method-${method}`)];
  if (method !== 'tap' && method !== 'typed' && grade(accuracyM) === 'flagged') parts.push(t('field.flagged'));
  return parts.filter(Boolean).join(' · ');
}

function title(claim) {
  const ranges = claimRanges(claim);
  if (!ranges.length) return null;
  return ranges.length === 1 ? rangeText(...ranges[0]) : t('field.pieces', { count: ranges.length });
}

