/** The one-time password, shown once: closing the dialog is the end of it. */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';
import { dialog } from '/shared/dialog.js';

/** issued: {account, password}; what: 'created' or 'reset'. */
export function openPassword(issued, what) {
  const copy = el('button', { class: 'button small', type: 'button', on: { click: () => toClipboard(copy, issued.password) } }, t('accounts.copy'));
  const box = dialog(t(`accounts.${what}-title`, { name: issued.account.displayName }),
    el('p', null, t('accounts.password-tell', { userName: issued.account.userName })),
    el('p', { class: 'one-time' }, el('code', { id: 'one-time-password' }, issued.password), copy),
    el('p', { class: 'rule' }, t('accounts.password-once')),
    el('button', { class: 'button primary', type: 'button', on: { click: () => box.close() } }, t('accounts.password-done')));
  // Esc must not lose it: only the button at the bottom or the cross ends it.
  box.addEventListener('cancel', (event) => event.preventDefault());
}

/** Without a secure context there is no clipboard; then the password is selected for Ctrl+C. */
async function toClipboard(button, password) {
  try {
    await navigator.clipboard.writeText(password);
    put(button, t('accounts.copied'));
  } catch {
    getSelection().selectAllChildren(document.getElementById('one-time-password'));
  }
}
