/** The demo accounts, each a button that fills the form; only where the server tells of them (demo data, loopback). */
import { el, put } from '/shared/dom.js';
import { t } from '/shared/i18n.js';

/** demo: {password, accounts: [{userName, displayName, role}]} or missing. */
export function listDemoAccounts(section, form, demo) {
  if (!demo?.accounts.length) return;
  const fill = (account) => {
    form.elements.userName.value = account.userName;
    form.elements.password.value = demo.password;
    document.getElementById('submit').focus();
  };
  put(section,
    el('h2', null, t('sign-in.demo')),
    el('ul', null, demo.accounts.map((account) => el('li', null,
      el('button', { type: 'button', on: { click: () => fill(account) } },
        el('b', null, account.userName),
        el('span', null, t(`role.${account.role}`)))))),
    el('p', null, t('sign-in.demo-password', { password: demo.password })));
  section.hidden = false;
}
