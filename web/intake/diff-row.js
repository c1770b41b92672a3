/** One feature of the difference: what it is, what is wrong or remarkable, whether it is taken. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { number } from '/shared/format.js';

/** `taken` {all, but}: all but those numbers, or none but those; missing where there is no choice. changed() after a tick, pick() shows it on the map. */
export function diffRow(feature, taken, changed, pick) {
  const tick = taken && el('input', { type: 'checkbox', checked: taken.all !== taken.but.has(feature.number), 'aria-label': t('intake.take', { number: feature.number }), on: { change: () => {
    if (tick.checked === taken.all) taken.but.delete(feature.number);
    else taken.but.add(feature.number);
    changed();
  } } });
  return el('li', null, tick || el('span'),
    el('div', null,
      el('button', { class: 'row-button', type: 'button', data: { number: feature.number }, on: { click: pick } },
        el('span', { class: 'muted' }, `#${feature.number} `), el('b', null, feature.code ?? t('intake.no-code')), ` ${feature.name ?? ''}`),
      feature.indicator && el('span', { class: 'muted' }, ` · ${feature.indicator}`),
      feature.remarks.map((remark) => el('span', { class: 'badge', title: t(`intake.remark.${remark}-why`) }, t(`intake.remark.${remark}`), remark === 'length' && ` ${percent(feature.mismatch)}`)),
      feature.differences.length > 0 && el('p', null, feature.differences.map(difference)),
      feature.faults.map((fault) => el('p', { class: feature.outcome === 'faulty' ? 'bad' : 'noted' }, fault))));
}

const percent = (share) => `${share > 0 ? '+' : ''}${number(share * 100, 1)}%`;

function difference({ what, from, to }) {
  return el('span', { class: 'difference' }, el('span', { class: 'muted' }, `${t(`intake.difference.${what}`)} `), from && [from, el('span', { 'aria-hidden': 'true' }, ' → '), el('span', { class: 'aloud' }, t('publish.becomes')), el('b', null, to)]);
}

/** `retire` holds the codes that are to end. */
export function missingRow(code, retire, changed, pick) {
  const tick = el('input', { type: 'checkbox', checked: retire.has(code), 'aria-label': t('intake.retire', { code }), on: { change: () => {
    if (tick.checked) retire.add(code);
    else retire.delete(code);
    changed();
  } } });
  return el('li', null, tick, el('div', null, el('button', { class: 'row-button', type: 'button', on: { click: pick } }, el('b', null, code)), el('span', { class: 'muted' }, ` ${t('intake.not-in-file')}`)));
}
