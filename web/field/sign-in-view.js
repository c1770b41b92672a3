/** The first sign-in, and the one after the token ended. Everything that waits stays where it is. */
import { el, put } from '/shared/dom.js';
import { language, setLanguage, t } from '/shared/i18n.js';
import { pair, signIn } from './session.js';
import { unsentMarks } from './queue.js';

export function signInView(state, again = false) {
  const kept = unsentMarks(state.items ?? []);
  const says = el('p', { class: 'fault-note', role: 'alert' }, state.pairFault ? wordsOf(state.pairFault) : '');
  return el('div', { class: 'gate-phone' },
    !again && el('h2', null, t('field.sign-in-title')),
    kept.length > 0 && el('p', { class: 'notice-kept' }, t('field.kept', { count: kept.length, accounts: [...new Set(kept.map((i) => i.account))].join('、') })),
    passwordForm(says, again ? state.device.account.username : ''), says, codeForm(says),
    el('button', { class: 'text-button', type: 'button', on: { click: () => setLanguage(language() === 'zh' ? 'en' : 'zh') } }, language() === 'zh' ? 'English' : '中文'));
}

function passwordForm(says, name) {
  const user = el('input', { class: 'field', id: 'user-name', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', required: true, value: name });
  const password = el('input', { class: 'field', id: 'password', type: 'password', autocomplete: 'current-password', required: true });
  const button = el('button', { class: 'go1', id: 'submit' }, t('field.sign-in'));
  return form(says, button, () => signIn(user.value.trim(), password.value),
    el('label', null, el('span', null, t('sign-in.user-name')), user), el('label', null, el('span', null, t('sign-in.password')), password), button);
}

function codeForm(says) {
  const code = el('input', { class: 'field', id: 'code', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', required: true });
  const button = el('button', { class: 'button' }, t('field.pair'));
  return el('details', null, el('summary', null, t('field.pair-title')), el('p', { class: 'second' }, t('field.pair-hint')),
    form(says, button, () => pair(code.value.trim()), el('label', null, el('span', null, t('field.pair-code')), code), button));
}

function form(says, button, send, ...fields) {
  return el('form', { on: { submit: async (event) => {
    event.preventDefault();
    button.disabled = true;
    put(says, t('field.sign-in-wait'));
    const fault = await send();
    button.disabled = false;
    put(says, fault && wordsOf(fault));
  } } }, ...fields);
}

const wordsOf = ({ code, detail }) => (code === 'offline' ? t('field.sign-in-offline') : detail || t('field.sign-in-failed'));
