/** K0+350–K1+120, typed. Read at every key; nothing is taken before it is right. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { cut, rangeText, stationText } from '/shared/measure.js';
import { claimRanges } from './claim.js';
import { readRange } from './typed-range.js';
import { state } from './state.js';
import { update } from './mark.js';
import { showWork } from './map.js';

export function typedControls(claim) {
  const [range] = claimRanges(claim);
  const says = el('p', { class: 'hint', role: 'status' }, t('field.typed-hint', { end: stationText(claim.work.length) }));
  const input = el('input', {
    class: 'field', id: 'typed', inputmode: 'text', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', 'aria-label': t('field.way-typed'),
    placeholder: 'K0+350–K1+120', value: claim.typed ?? (range ? rangeText(...range) : ''),
  });
  input.addEventListener('change', () => setTimeout(() => state.claim && take(input.value, says))); // after Enter has sent the form
  input.addEventListener('input', () => {
    const read = readRange(input.value, state.claim.work.length);
    says.textContent = read.fault ? t('field.typed-hint', { end: stationText(claim.work.length) }) : t('field.typed-read', { range: rangeText(read.from, read.to) });
  });
  return el('form', { class: 'typed', on: { submit: (event) => { event.preventDefault(); take(input.value, says); } } }, input,
    el('button', { class: 'button' }, t('field.typed-take')), says);
}

function take(text, says) {
  if (text === state.claim.typed) return;
  const read = readRange(text, state.claim.work.length);
  if (read.fault) {
    says.textContent = t(`field.typed-${read.fault}`, { end: stationText(state.claim.work.length) });
    says.className = 'fault-note';
    return;
  }
  update({ typed: text, a: { m: read.from, by: 'typed' }, b: { m: read.to, by: 'typed' } });
  const places = cut(state.claim.lines, read.from, read.to).flat().map(([lon, lat]) => [lat, lon]);
  setTimeout(() => showWork(state.claim.work, places)); // the sheet has grown by then
}
