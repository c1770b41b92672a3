/** Why a report goes back: six chips by number, others for figures than for field work, and a free text. At least one is needed. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

const CHIPS = [1, 2, 3, 4, 5, 6];

/** Returns {node, text(), toggle(number), ask(), clear(), suit(reportType)}; `changed` hears of every change. */
export function createReasons(changed) {
  const chosen = new Set();
  let family = 'reason';
  const words = (n) => t(`review.${family}-${n}`);
  const chips = CHIPS.map((n) => el('button', { class: 'chip', type: 'button', on: { click: () => toggle(n) } },
    el('kbd', null, String(n)), el('span', null, words(n))));
  const free = el('textarea', {
    class: 'field', rows: '2', maxlength: '500', placeholder: t('review.reason-free'), 'aria-label': t('review.reason-free'), on: { input: () => changed() },
  });
  const hint = el('p', { class: 'fault', role: 'alert' });
  const node = el('div', { class: 'reasons' }, el('div', { class: 'chips' }, chips), free, hint);

  function toggle(n) {
    if (!chosen.delete(n)) chosen.add(n);
    draw();
    if (n === 6 && chosen.has(6)) free.focus();
    changed();
  }

  function text() {
    const said = free.value.trim();
    const chips = [...chosen].sort().filter((n) => n !== 6 || !said).map(words);
    return [...chips, said].filter(Boolean).join('；');
  }

  function draw() {
    chips.forEach((chip, i) => chip.setAttribute('aria-pressed', String(chosen.has(CHIPS[i]))));
    if (text()) put(hint);
  }

  function ask() {
    put(hint, t('review.reason-needed'));
    chips[0].focus();
    chips[0].scrollIntoView({ block: 'nearest' });
  }

  function clear() {
    chosen.clear();
    free.value = '';
    put(hint);
    draw();
  }

  function suit(reportType) {
    family = reportType === 'completion' ? 'reason' : 'reason-figure';
    chips.forEach((chip, i) => put(chip.lastElementChild, words(CHIPS[i])));
  }

  draw();
  return { node, text, toggle, ask, clear, suit };
}
