/** 看算法: how lights are decided, in the words of the rule set in force. */
import { el } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { icon } from '/shared/icons.js';
import { LIGHTS, lightSign, lightSwatch, lightWord } from '/shared/light.js';
import { state } from './state.js';
import { ruleArgs, ruleName } from './legend.js';

export function openRule() {
  const rules = state.progress.ruleSet;
  const args = ruleArgs();
  openDialog(ruleName(rules),
    el('p', null, t('rule.order')),
    el('table', { class: 'table rule-table' }, el('tbody', null, LIGHTS.map((code) => el('tr', null,
      el('td', null, lightSwatch(code)), el('td', { class: 'start' }, el('span', { class: `light l-${code}` }, lightSign(code, 14, true), lightWord(code))),
      el('td', { class: 'start wrap' }, t(`legend.${code}`, args)))))),
    ['gate', 'gap', rules.forecast.judged ? 'forecast-judged' : 'forecast', 'township', 'verified'].map((name) => el('p', { class: 'rule-text' }, t(`rule.${name}`, args))));
}

/** A modal with a heading; closes by Escape, by its button, and gives the focus back. */
export function openDialog(title, ...content) {
  const close = el('button', { class: 'icon-button', type: 'button', 'aria-label': t('dialog.close'), on: { click: () => dialog.close() } }, icon('close', 18));
  const dialog = el('dialog', { 'aria-label': title }, el('header', null, el('h2', null, title), close), el('div', { class: 'body' }, content));
  dialog.addEventListener('close', () => dialog.remove());
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
