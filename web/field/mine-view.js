/** 我的: who I am on this phone, packs, what the phone holds, language, signing out. */
import { el } from '/shared/dom.js';
import { language, setLanguage, t } from '/shared/i18n.js';
import { unsentMarks } from './queue.js';
import { signOut } from './session.js';
import { signInView } from './sign-in-view.js';
import { packsView } from './packs-view.js';
import { age, size } from './when.js';
import { checkStorage } from './storage.js';

export function mineView(state) {
  return el('div', { class: 'mine' }, state.trouble && el('section', null, el('h2', null, t('field.sign-in-again')), signInView(state, true)),
    el('section', null, el('h2', null, t('field.packs')), packsView(state)), el('section', null, el('h2', null, t('field.phone')), phone(state)), account(state));
}

function phone({ persisted, usage, quota, items }) {
  return el('dl', { class: 'facts' },
    fact('field.kept-safe', persisted === true ? t('field.persisted') : persisted === false ? t('field.not-persisted') : t('value.unknown')),
    fact('field.used', quota ? t('field.used-of', { used: size(usage), quota: size(quota) }) : t('value.unknown')),
    fact('field.unsent', t('field.unsent-count', { count: unsentMarks(items).length })),
    persisted === false && el('p', null, el('button', { class: 'button', type: 'button', on: { click: checkStorage } }, t('field.ask-persist'))));
}

const fact = (key, value) => el('div', null, el('dt', null, t(key)), el('dd', null, value));

function account({ device, items }) {
  const left = unsentMarks(items).filter((item) => item.account === device.account.username).length;
  return el('section', null, el('h2', null, t('field.account')),
    el('p', null, `${device.account.displayName} · ${device.account.username}`),
    device.expiresAt && el('p', { class: 'second' }, t('field.expires', { time: age(device.expiresAt) })),
    el('div', { class: 'bt' },
      el('button', { class: 'button', type: 'button', on: { click: () => setLanguage(language() === 'zh' ? 'en' : 'zh') } }, language() === 'zh' ? 'English' : '中文'),
      el('button', { class: 'button', type: 'button', id: 'sign-out', on: { click: () => confirmOut(left) } }, t('field.sign-out'))),
    left > 0 && el('p', { class: 'second' }, t('field.sign-out-keeps', { count: left })));
}

function confirmOut(left) {
  const dialog = el('dialog', { 'aria-label': t('field.sign-out') },
    el('header', null, el('h2', null, t('field.sign-out'))),
    el('div', { class: 'body counter' }, el('p', null, left ? t('field.sign-out-keeps', { count: left }) : t('field.sign-out-why')),
      el('button', { class: 'button primary', type: 'button', id: 'sign-out-now', on: { click: () => { dialog.close(); signOut(); } } }, t('field.sign-out')),
      el('button', { class: 'button', type: 'button', on: { click: () => dialog.close() } }, t('field.cancel'))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
