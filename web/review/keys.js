/** One hand on the keyboard: J K A R 1–6 M space Z ?; and the bar that says so. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';

export function startKeys(queue, one) {
  const go = (by) => { const entry = queue.step(by); if (entry && entry.report.id !== queue.openId) one.open(entry.report.id); };
  const acts = {
    j: () => go(1), k: () => go(-1), a: one.accept, r: one.giveBack, m: one.refit, z: one.undo, ' ': one.zoomPhoto, '?': help,
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [n, () => one.reasons.toggle(n)])),
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest('input, select, textarea, dialog, [role=menu]')) return leaveText(event);
    const button = event.target.closest('button, a');
    if (event.key === ' ' && button && !button.matches('.queue-row')) return;
    const act = acts[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
  drawHints(document.getElementById('hints'));
}

/** Esc leaves the free text, so that the keys work again. */
function leaveText(event) {
  if (event.key === 'Escape' && event.target.matches('textarea, select')) event.target.blur();
}

const HINTS = [['J', 'K', 'next'], ['space', 'zoom'], ['M', 'refit'], ['A', 'accept'], ['R', 'return']];

function drawHints(box) {
  put(box, el('div', null, HINTS.map((hint) => el('span', null, keysOf(hint), t(`review.key-${hint.at(-1)}`)))),
    el('button', { class: 'hint-help', type: 'button', on: { click: help } }, el('kbd', null, '?'), t('review.key-help')));
}

const keysOf = (hint) => hint.slice(0, -1).map((key) => el('kbd', null, key === 'space' ? t('review.space') : key));

const ALL = [['J', 'next-one'], ['K', 'previous'], ['A', 'accept'], ['R', 'return'], ['1', '…', '6', 'reason'], ['space', 'zoom'], ['M', 'refit'], ['Z', 'undo'], ['Esc', 'leave'], ['?', 'help']];

export function help() {
  const close = el('button', { class: 'icon-button', type: 'button', 'aria-label': t('review.close'), on: { click: () => dialog.close() } }, icon('close', 18));
  const dialog = el('dialog', { 'aria-label': t('review.key-help') },
    el('header', null, el('h2', null, t('review.key-help')), close),
    el('div', { class: 'body' }, el('dl', { class: 'keys' }, ALL.map((hint) => [el('dt', null, keysOf(hint)), el('dd', null, t(`review.key-${hint.at(-1)}`))]))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
